/** A channel that sells from its own copy, and tells the house. */
@NullMarked
package io.waymark.sandbox.shop;

import org.jspecify.annotations.NullMarked;
