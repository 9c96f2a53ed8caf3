/** The demo tenant: its secrets, made once, and the rows that let its keys in. */
@NullMarked
package io.waymark.launcher.demo;

import org.jspecify.annotations.NullMarked;
