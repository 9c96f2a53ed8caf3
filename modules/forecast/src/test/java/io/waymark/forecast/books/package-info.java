/** Tests of the package of the same name. */
@NullMarked
package io.waymark.forecast.books;

import org.jspecify.annotations.NullMarked;
