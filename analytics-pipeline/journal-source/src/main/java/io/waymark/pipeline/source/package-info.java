/**
 * The journal, and any table that is only ever appended to, as a Flink source that never misses a late commit. Reads the
 * operational database and nothing else.
 */
@NullMarked
package io.waymark.pipeline.source;

import org.jspecify.annotations.NullMarked;
