package io.waymark.forecast.learning;

/** A full binary tree of questions "is this feature at most that?"; the children of node i are 2i+1 and 2i+2. */
final class Tree {

    static final int LEAF = -1;

    private final int[] feature;
    private final double[] bound;
    private final double[] value;

    Tree(int[] feature, double[] bound, double[] value) {
        this.feature = feature;
        this.bound = bound;
        this.value = value;
    }

    double predict(double[] features) {
        int node = 0;
        while (feature[node] != LEAF) {
            node = 2 * node + (features[feature[node]] <= bound[node] ? 1 : 2);
        }
        return value[node];
    }
}
