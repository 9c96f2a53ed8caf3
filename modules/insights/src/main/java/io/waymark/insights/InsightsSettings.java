package io.waymark.insights;

import io.waymark.runtime.database.Database;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the module reads from.
 *
 * @param search address of Elasticsearch
 * @param searchKey encoded API key; none on a server that is open to its own machine only
 * @param indexPrefix of the indices' names, {@code waymark-} unless several installations share a cluster
 * @param warehouse the warehouse, best as a role that may only read
 * @param forecasts the warehouse as a role that may write its forecasts
 * @param connections to the warehouse at the same time
 */
public record InsightsSettings(
        URI search,
        @Nullable String searchKey,
        String indexPrefix,
        Database.Address warehouse,
        Database.Address forecasts,
        int connections) {

    public InsightsSettings {
        if (connections < 1) {
            throw new IllegalArgumentException("the warehouse needs at least one connection");
        }
    }

    @Override
    public String toString() {
        return search + ", " + warehouse.url();
    }
}
