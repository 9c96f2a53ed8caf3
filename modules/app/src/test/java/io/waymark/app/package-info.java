@NullMarked
package io.waymark.app;

import org.jspecify.annotations.NullMarked;
