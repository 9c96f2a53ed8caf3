package io.waymark.channels.endpoint;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.channels.message.ChannelMessage.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an action answers, and what the record of the message says about it.
 *
 * @param code OpenTravel's code of the first error or warning
 */
public record Handled(
        XmlElement document,
        Outcome outcome,
        @Nullable String hotelCode,
        List<String> remoteIds,
        @Nullable String code,
        @Nullable String reason) {

    public Handled {
        remoteIds = List.copyOf(remoteIds);
    }

    static Handled success(XmlElement document, @Nullable String hotelCode) {
        return new Handled(document, Outcome.SUCCESS, hotelCode, List.of(), null, null);
    }

    /** Carried out, and what the sender should know beyond that. */
    static Handled done(Action action, @Nullable String hotelCode, List<String> warnings) {
        return new Handled(
                Outcomes.success(action, warnings),
                warnings.isEmpty() ? Outcome.SUCCESS : Outcome.WARNING,
                hotelCode,
                List.of(),
                null,
                warnings.isEmpty() ? null : warnings.getFirst());
    }

    /** Nothing was carried out. */
    static Handled errors(Action action, @Nullable String hotelCode, List<Violation> violations) {
        Violation first = violations.getFirst();
        return new Handled(
                Outcomes.errors(action, violations),
                Outcome.ERROR,
                hotelCode,
                List.of(),
                Integer.toString(first.error().code()),
                first.reason());
    }
}
