@NullMarked
package io.waymark.pipeline.jobs.inventory;

import org.jspecify.annotations.NullMarked;
