@NullMarked
package io.waymark.inventory;

import org.jspecify.annotations.NullMarked;
