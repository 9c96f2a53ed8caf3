/** Messages exchanged with channels, as search shows them. */
@NullMarked
package io.waymark.pipeline.jobs.messages;

import org.jspecify.annotations.NullMarked;
