/** The switches: faults, traffic and books of every channel, by HTTP. */
@NullMarked
package io.waymark.sandbox.control;

import org.jspecify.annotations.NullMarked;
