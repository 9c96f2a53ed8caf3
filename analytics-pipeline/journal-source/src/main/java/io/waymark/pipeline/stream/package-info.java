/**
 * What every part of the pipeline shares: how records are carried and kept, how batches are written, how progress and dead
 * letters are reported. Knows Flink and no store.
 */
@NullMarked
package io.waymark.pipeline.stream;

import org.jspecify.annotations.NullMarked;
