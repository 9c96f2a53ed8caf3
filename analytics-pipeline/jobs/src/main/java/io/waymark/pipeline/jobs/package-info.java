/**
 * The job: from the journal to search and warehouse, one graph with injected ends, embedded or on a cluster. Wiring; the
 * rules are in the packages below.
 */
@NullMarked
package io.waymark.pipeline.jobs;

import org.jspecify.annotations.NullMarked;
