@NullMarked
package io.waymark.pipeline.jobs.booking;

import org.jspecify.annotations.NullMarked;
