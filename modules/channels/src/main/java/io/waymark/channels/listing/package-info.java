/** What channels say about a house for its presentation: names, texts, pictures, policies. */
@NullMarked
package io.waymark.channels.listing;

import org.jspecify.annotations.NullMarked;
