/** What can go wrong with a message, at which rate, and the throw of the dice. */
@NullMarked
package io.waymark.sandbox.fault;

import org.jspecify.annotations.NullMarked;
