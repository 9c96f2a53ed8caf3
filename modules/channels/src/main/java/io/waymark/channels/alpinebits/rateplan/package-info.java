/** RatePlans and BaseRates: prices, booking rules, supplements and offers. */
@NullMarked
package io.waymark.channels.alpinebits.rateplan;

import org.jspecify.annotations.NullMarked;
