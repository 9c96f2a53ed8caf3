/** {@code ./waymark rebuild}: read models and search made anew beside the live ones, and put in their place. */
@NullMarked
package io.waymark.launcher.rebuild;

import org.jspecify.annotations.NullMarked;
