@NullMarked
package io.waymark.pipeline.jobs;

import org.jspecify.annotations.NullMarked;
