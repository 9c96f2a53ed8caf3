@NullMarked
package io.waymark.runtime.projection;

import org.jspecify.annotations.NullMarked;
