package io.waymark.launcher.replay.schedule;

import io.waymark.launcher.replay.source.Reservation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The steps of one reservation: booked, changed, then cancelled, or stayed, or not come.
 *
 * <p>The data has dates. Hours are drawn as they usually are; steps of one day get that day's hours in their own order.
 */
final class Story {

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");

    private final Reservation reservation;
    private final Seed seed;
    private final List<StepKind> kinds = new ArrayList<>();
    private final List<LocalDate> dates = new ArrayList<>();

    private Story(Reservation reservation) {
        this.reservation = reservation;
        this.seed = new Seed(reservation.remoteId());
    }

    static List<Step> of(Reservation reservation) {
        Story story = new Story(reservation);
        story.tell();
        return story.steps();
    }

    private void tell() {
        add(StepKind.BOOKED, reservation.bookedOn());
        switch (reservation.ending()) {
            case CANCELLED -> {
                changeUntil(reservation.endedOn());
                add(StepKind.CANCELLED, reservation.endedOn());
            }
            case STAYED -> {
                changeUntil(reservation.arrival());
                add(StepKind.ARRIVED, reservation.arrival());
                add(StepKind.DEPARTED, reservation.endedOn());
            }
            case NO_SHOW -> {
                changeUntil(reservation.arrival());
                add(StepKind.NO_SHOW, later(reservation.arrival(), reservation.endedOn()));
            }
        }
    }

    /** Spreads the changes over the days from the booking to the end, both included. */
    private void changeUntil(LocalDate end) {
        int days = (int) ChronoUnit.DAYS.between(reservation.bookedOn(), end) + 1;
        IntStream.rangeClosed(1, reservation.changes())
                .map(change -> seed.below(days, "change/" + change + "/day"))
                .sorted()
                .forEach(day -> add(StepKind.CHANGED, reservation.bookedOn().plusDays(day)));
    }

    private void add(StepKind kind, LocalDate date) {
        kinds.add(kind);
        dates.add(date);
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>(kinds.size());
        LocalDateTime previous = LocalDateTime.MIN;
        for (int first = 0; first < kinds.size(); first = endOfDay(first)) {
            List<LocalTime> times = IntStream.range(first, endOfDay(first))
                    .mapToObj(number -> kinds.get(number).time(seed, number))
                    .sorted()
                    .toList();
            for (int i = 0; i < times.size(); i++) {
                LocalDateTime drawn = dates.get(first).atTime(times.get(i));
                previous = drawn.isAfter(previous) ? drawn : previous.plus(1, ChronoUnit.MILLIS);
                steps.add(new Step(reservation, first + i, kinds.get(first + i), instant(previous)));
            }
        }
        return steps;
    }

    private int endOfDay(int first) {
        int end = first;
        while (end < dates.size() && dates.get(end).equals(dates.get(first))) {
            end++;
        }
        return end;
    }

    private static Instant instant(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
