/** Names that a search box may offer, on their way to search. */
@NullMarked
package io.waymark.pipeline.jobs.names;

import org.jspecify.annotations.NullMarked;
