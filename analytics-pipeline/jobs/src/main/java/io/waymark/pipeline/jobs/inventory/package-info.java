/** Properties and room types: their names for search, their rows in the warehouse. */
@NullMarked
package io.waymark.pipeline.jobs.inventory;

import org.jspecify.annotations.NullMarked;
