/**
 * AlpineBits HotelData 2020-10, the server's side: what all its actions share. Each kind of message has a package of its
 * own with its records, its XML and its rules, all pure.
 */
@NullMarked
package io.waymark.channels.alpinebits;

import org.jspecify.annotations.NullMarked;
