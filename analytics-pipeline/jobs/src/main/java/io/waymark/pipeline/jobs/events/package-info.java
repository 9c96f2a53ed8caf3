/** Journal rows to events, and what to do with those that are none. */
@NullMarked
package io.waymark.pipeline.jobs.events;

import org.jspecify.annotations.NullMarked;
