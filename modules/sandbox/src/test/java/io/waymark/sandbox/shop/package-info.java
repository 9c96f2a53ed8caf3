@NullMarked
package io.waymark.sandbox.shop;

import org.jspecify.annotations.NullMarked;
