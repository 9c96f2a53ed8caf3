package io.waymark.runtime.entity;

import java.time.Instant;

/**
 * The two times of a command.
 *
 * @param now the clock on the wall; deadlines look at it
 * @param occurredAt when it happened in the business; facts look at it
 */
public record Moment(Instant now, Instant occurredAt) {}
