package io.waymark.runtime.entity;

/** Marks what may cross the cluster or lie in a snapshot; bound to Jackson CBOR in cluster-config. */
public interface ClusterMessage {}
