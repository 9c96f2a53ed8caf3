package io.waymark.channels.status;

import io.waymark.channels.connection.Outbound;
import org.jspecify.annotations.Nullable;

/** How a channel is told what it may sell, as the API shows it. */
public record OutboundView(
        boolean sending,
        boolean sandbox,
        int messagesPerSecond,
        int datesPerMessage,
        int daysAhead,
        boolean sellsAllowance,
        int keepBack,
        @Nullable String ratePlan,
        long compareSeconds,
        long refreshSeconds) {

    public static OutboundView of(Outbound outbound) {
        return new OutboundView(
                outbound.sending(),
                outbound.sandbox(),
                outbound.messagesPerSecond(),
                outbound.datesPerMessage(),
                outbound.daysAhead(),
                outbound.sellsAllowance(),
                outbound.keepBack(),
                outbound.ratePlan(),
                outbound.compareEvery().toSeconds(),
                outbound.refreshEvery().toSeconds());
    }
}
