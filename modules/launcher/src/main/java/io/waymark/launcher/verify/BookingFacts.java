package io.waymark.launcher.verify;

import java.time.LocalDate;

/** What every copy of a booking must agree on. */
record BookingFacts(
        long revision, String status, LocalDate arrival, LocalDate departure, long amountMinor, String currency) {

    BookingFacts in(String status) {
        return new BookingFacts(revision, status, arrival, departure, amountMinor, currency);
    }

    BookingFacts at(long revision) {
        return new BookingFacts(revision, status, arrival, departure, amountMinor, currency);
    }
}
