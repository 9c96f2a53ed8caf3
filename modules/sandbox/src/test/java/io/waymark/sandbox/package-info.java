@NullMarked
package io.waymark.sandbox;

import org.jspecify.annotations.NullMarked;
