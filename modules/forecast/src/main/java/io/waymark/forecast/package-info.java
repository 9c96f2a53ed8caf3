/**
 * Forecasts the demand of a property: arrivals and occupied rooms, one number and two intervals a day.
 *
 * <p>Pure: reservations go in, numbers come out; no clock, database or framework. Everything is asked as of an origin, a
 * day at whose end the forecast is made, and what became known later cannot change the answer. The method and how it was
 * chosen are in {@code docs/decisions}.
 */
@NullMarked
package io.waymark.forecast;

import org.jspecify.annotations.NullMarked;
