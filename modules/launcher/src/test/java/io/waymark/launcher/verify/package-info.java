@NullMarked
package io.waymark.launcher.verify;

import org.jspecify.annotations.NullMarked;
