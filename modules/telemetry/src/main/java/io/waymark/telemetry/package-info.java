/**
 * What a process says of itself while it runs: meters for Prometheus and traces for OpenTelemetry.
 *
 * <p>No tenant, person, id or address is ever a label: every label comes from a fixed list, so what is exposed cannot grow
 * and tells nobody's secrets.
 */
@NullMarked
package io.waymark.telemetry;

import org.jspecify.annotations.NullMarked;
