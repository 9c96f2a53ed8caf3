/**
 * One booking's events folded into what it is: pure rules for its state, its nights and what each event moves, and the
 * operator that applies them.
 */
@NullMarked
package io.waymark.pipeline.jobs.booking;

import org.jspecify.annotations.NullMarked;
