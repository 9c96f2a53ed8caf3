/** The state of every part, for the console: nodes, shards, projections, pipeline, dead letters, data quality, journal. */
@NullMarked
package io.waymark.app.system;

import org.jspecify.annotations.NullMarked;
