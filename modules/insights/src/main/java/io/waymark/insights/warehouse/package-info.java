/** Reading the star schema: short read-only transactions, named SQL files, and how fresh what they read is. */
@NullMarked
package io.waymark.insights.warehouse;

import org.jspecify.annotations.NullMarked;
