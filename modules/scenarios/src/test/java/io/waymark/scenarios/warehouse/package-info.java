/** The warehouse as an analyst opens it. */
@NullMarked
package io.waymark.scenarios.warehouse;

import org.jspecify.annotations.NullMarked;
