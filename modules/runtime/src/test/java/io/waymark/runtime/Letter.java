package io.waymark.runtime;

import io.waymark.events.channels.ChannelBookingEvent;
import io.waymark.events.channels.ChannelBookingEvent.Kind;
import io.waymark.events.channels.ChannelBookingEvent.ReservationApplied;
import io.waymark.events.channels.ChannelBookingEvent.ReservationReceived;
import io.waymark.events.channels.ChannelBookingEvent.ReservationRefused;
import io.waymark.events.channels.ChannelBookingEvent.Revision;
import io.waymark.kernel.ProblemCode;
import io.waymark.runtime.entity.ClusterMessage;
import io.waymark.runtime.entity.Decision;
import io.waymark.runtime.entity.EntityKind;
import io.waymark.runtime.entity.Moment;
import io.waymark.runtime.entity.Rules;
import java.time.Instant;
import java.util.Map;

/** The smallest entity with a step: a letter that is received, then answered outside. */
sealed interface Letter extends ClusterMessage {

    record None() implements Letter {}

    record Received(Revision revision) implements Letter {}

    record Answered(int answers) implements Letter {}

    sealed interface Command extends ClusterMessage {
        record Receive(String text) implements Command {}

        record NoteAnswer() implements Command {}
    }

    EntityKind<Letter, Command, ChannelBookingEvent> KIND =
            EntityKind.of("Letter", ChannelBookingEvent.class, new LetterRules());

    final class LetterRules implements Rules<Letter, Command, ChannelBookingEvent> {

        @Override
        public Letter empty() {
            return new None();
        }

        @Override
        public Decision<ChannelBookingEvent> decide(Letter letter, Command command, Moment moment) {
            return switch (command) {
                case Command.Receive receive
                when receive.text().isEmpty() -> Decision.refuse(ProblemCode.INVALID, "An empty letter.");
                case Command.Receive receive ->
                    Decision.accept(new ReservationReceived(
                            "post",
                            receive.text(),
                            new Revision(moment.occurredAt(), receive.text()),
                            Kind.NEW,
                            "bkg_x",
                            null,
                            null));
                case Command.NoteAnswer note ->
                    letter instanceof Received received
                            ? Decision.accept(new ReservationApplied(received.revision(), 1))
                            : Decision.unchanged();
            };
        }

        @Override
        public Letter evolve(Letter letter, ChannelBookingEvent event, Instant occurredAt) {
            return switch (event) {
                case ReservationReceived received -> new Received(received.revision());
                case ReservationApplied applied -> new Answered(1);
                case ReservationRefused refused -> throw new IllegalStateException("letters are never refused");
            };
        }

        @Override
        public Map<String, String> versions() {
            return Map.of("letter", "1");
        }
    }
}
