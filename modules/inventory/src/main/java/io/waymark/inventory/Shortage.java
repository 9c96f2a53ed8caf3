package io.waymark.inventory;

import io.waymark.kernel.Problem;
import io.waymark.kernel.Problem.FieldError;
import io.waymark.kernel.ProblemCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a room type cannot give the rooms that were asked for. It travels as a {@link Problem} and comes out of one again.
 *
 * @param date the first date that stands in the way; null where no date does
 */
public record Shortage(Reason reason, @Nullable LocalDate date) {

    private static final String POINTER = "/nights/";

    /** The rule that stands in the way. */
    public enum Reason {
        SOLD_OUT(ProblemCode.SOLD_OUT, "There is no room free on %s."),
        CLOSED(ProblemCode.RESTRICTED, "Sales are closed on %s."),
        MIN_STAY(ProblemCode.RESTRICTED, "An arrival on %s must stay longer."),
        CLOSED_TO_ARRIVAL(ProblemCode.RESTRICTED, "No arrival is possible on %s."),
        CLOSED_TO_DEPARTURE(ProblemCode.RESTRICTED, "No departure is possible on %s."),
        UNKNOWN_ROOM_TYPE(ProblemCode.NOT_FOUND, "There is no such room type.");

        private final ProblemCode code;
        private final String sentence;

        Reason(ProblemCode code, String sentence) {
            this.code = code;
            this.sentence = sentence;
        }
    }

    static Shortage on(Reason reason, LocalDate date) {
        return new Shortage(reason, date);
    }

    static Shortage unknownRoomType() {
        return new Shortage(Reason.UNKNOWN_ROOM_TYPE, null);
    }

    /** The problem's code and sentence are for people; its one error has the reason and the date for programs. */
    public Problem problem() {
        return new Problem(
                reason.code,
                reason.sentence.formatted(date),
                List.of(new FieldError(POINTER + (date == null ? "" : date), reason.name())));
    }

    /** The shortage in a room type's refusal; empty where it was refused for something else. */
    public static Optional<Shortage> in(Problem problem) {
        return problem.errors().stream()
                .filter(error -> error.pointer().startsWith(POINTER))
                .flatMap(error -> Arrays.stream(Reason.values())
                        .filter(reason -> reason.name().equals(error.detail()))
                        .map(reason -> new Shortage(reason, date(error.pointer()))))
                .findFirst();
    }

    private static @Nullable LocalDate date(String pointer) {
        String text = pointer.substring(POINTER.length());
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
