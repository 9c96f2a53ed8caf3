/** The console in a real browser, before a real Waymark. */
@NullMarked
package io.waymark.scenarios.console;

import org.jspecify.annotations.NullMarked;
