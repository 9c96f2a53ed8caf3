@NullMarked
package io.waymark.runtime;

import org.jspecify.annotations.NullMarked;
