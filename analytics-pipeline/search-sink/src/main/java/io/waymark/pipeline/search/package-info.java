/**
 * Bookings and channel messages in Elasticsearch: what a document holds, how it is indexed, and the sink that writes it.
 * Owns the indices; readers use their aliases.
 */
@NullMarked
package io.waymark.pipeline.search;

import org.jspecify.annotations.NullMarked;
