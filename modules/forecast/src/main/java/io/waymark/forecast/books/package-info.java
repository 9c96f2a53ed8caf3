/** The books as of the end of any past day: how many rooms were sold for a stay date. */
@NullMarked
package io.waymark.forecast.books;

import org.jspecify.annotations.NullMarked;
