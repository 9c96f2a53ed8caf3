/** main(): a node's settings, the list of its modules and the order in which they start. Wiring only. */
@NullMarked
package io.waymark.app;

import org.jspecify.annotations.NullMarked;
