/**
 * Reads reservations from a file in the form of the hotel booking demand data (Antonio, de Almeida, Nunes 2019).
 *
 * <p>Knows the columns, their odd spellings of nothing and of countries, and gives every row an identity of its own.
 */
@NullMarked
package io.waymark.launcher.replay.source;

import org.jspecify.annotations.NullMarked;
