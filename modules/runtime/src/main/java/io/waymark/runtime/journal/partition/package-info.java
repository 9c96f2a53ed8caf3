/** Moves a journal into another number of partitions while it is written and read. */
@NullMarked
package io.waymark.runtime.journal.partition;

import org.jspecify.annotations.NullMarked;
