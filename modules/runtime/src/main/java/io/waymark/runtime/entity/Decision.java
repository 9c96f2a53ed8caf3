package io.waymark.runtime.entity;

import io.waymark.events.Event;
import io.waymark.kernel.Problem;
import io.waymark.kernel.ProblemCode;
import java.util.List;

/** The outcome of a command: events to journal, or the reason why there are none. */
public sealed interface Decision<E extends Event> {

    /** The events that the command leads to; none where it was already carried out. */
    record Accept<E extends Event>(List<E> events) implements Decision<E> {
        public Accept {
            events = List.copyOf(events);
        }
    }

    /** The command is refused and nothing happens. */
    record Refuse<E extends Event>(Problem problem) implements Decision<E> {}

    static <E extends Event> Decision<E> accept(E event) {
        return new Accept<>(List.of(event));
    }

    /** Several events that are journalled together or not at all. */
    static <E extends Event> Decision<E> accept(List<? extends E> events) {
        return new Accept<>(List.copyOf(events));
    }

    /** The command was already carried out: answer as the first time, journal nothing. */
    static <E extends Event> Decision<E> unchanged() {
        return new Accept<>(List.of());
    }

    static <E extends Event> Decision<E> refuse(ProblemCode code, String detail) {
        return new Refuse<>(Problem.of(code, detail));
    }
}
