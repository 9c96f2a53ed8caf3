@NullMarked
package io.waymark.pipeline.jobs.names;

import org.jspecify.annotations.NullMarked;
