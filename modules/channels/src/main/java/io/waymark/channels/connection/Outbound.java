package io.waymark.channels.connection;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a channel is told what it may sell.
 *
 * @param url where it listens
 * @param passwordVariable the environment variable with our password there; null where it wants none
 * @param sandbox whether it is one to practise with
 * @param sending whether it is told anything at the moment
 * @param datesPerMessage the most dates of a message
 * @param timeLimit how long an answer is waited for
 * @param lateAfter how long a message without an answer may still be on its way
 * @param sellsAllowance whether it is told of rooms beyond capacity
 * @param keepBack rooms of every date that it is not told about
 * @param ratePlan whose prices it is told; null for none
 */
public record Outbound(
        URI url,
        String user,
        @Nullable String passwordVariable,
        boolean sandbox,
        boolean sending,
        int messagesPerSecond,
        int datesPerMessage,
        Duration timeLimit,
        Duration lateAfter,
        int daysAhead,
        boolean sellsAllowance,
        int keepBack,
        @Nullable String ratePlan,
        Duration compareEvery,
        Duration refreshEvery) {}
