/** Joins modules: what one needs in its own words, told in the words of the one that has it. */
@NullMarked
package io.waymark.app.ports;

import org.jspecify.annotations.NullMarked;
