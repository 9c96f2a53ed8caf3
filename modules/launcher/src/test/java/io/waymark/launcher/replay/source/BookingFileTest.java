package io.waymark.launcher.replay.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.kernel.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingFileTest {

    private static final String HEADER = String.join(",", Column.header());
    private static final String ROW =
            "Resort Hotel,0,7,2015,July,27,1,0,1,1,0,0,BB,GBR,Direct,Direct,0,0,0,A,C,2,No Deposit,"
                    + "NULL,110,0,Transient,75.5,1,3,Check-Out,2015-07-02";

    @TempDir
    private Path folder;

    @Test
    void aRowIsReadAsTheReservationItWasInTheEnd() {
        Reservation reservation = only(ROW);

        assertThat(reservation.hotel()).isEqualTo(Hotel.RESORT);
        assertThat(reservation.bookedOn()).isEqualTo(LocalDate.of(2015, 6, 24));
        assertThat(reservation.arrival()).isEqualTo(LocalDate.of(2015, 7, 1));
        assertThat(reservation.departure()).isEqualTo(LocalDate.of(2015, 7, 2));
        assertThat(reservation.party()).isEqualTo(new Party(1, 0, 0));
        assertThat(reservation.rooms()).isEqualTo(new Reservation.Rooms("A", "C"));
        assertThat(reservation.total()).isEqualTo(Money.of(7_550, "EUR"));
        assertThat(reservation.sale())
                .isEqualTo(new Reservation.Sale("Direct", "Direct", "Transient", "No Deposit", null, "110"));
        assertThat(reservation.meal()).isEqualTo("BB");
        assertThat(reservation.country()).isEqualTo("GB");
        assertThat(reservation.changes()).isEqualTo(2);
        assertThat(reservation.specialRequests()).isEqualTo(3);
        assertThat(reservation.parkingSpaces()).isEqualTo(1);
        assertThat(reservation.ending()).isEqualTo(Ending.STAYED);
        assertThat(reservation.endedOn()).isEqualTo(LocalDate.of(2015, 7, 2));
    }

    @Test
    void equalRowsAreDifferentReservationsAndAlwaysTheSameOnes() {
        List<String> three = ids(HEADER + "\n" + ROW + "\n" + ROW + "\n" + ROW + "\n");
        List<String> twoAmongOthers = ids(HEADER + "\n" + ROW.replace("GBR", "FRA") + "\n" + ROW + "\n"
                + ROW.replace("GBR", "ESP") + "\n" + ROW + "\n");

        assertThat(three).doesNotHaveDuplicates();
        assertThat(twoAmongOthers).doesNotHaveDuplicates().containsSubsequence(three.get(0), three.get(1));
    }

    @Test
    void theSpellingOfARowDoesNotMakeItAnotherReservation() {
        String spreadsheet = ROW.replace("2015-07-02", "7/2/2015")
                .replace("75.5", "75.50")
                .replace("NULL", "")
                .replace("Resort Hotel", "\"Resort Hotel\"");

        assertThat(ids("\uFEFF" + HEADER + "\r\n" + spreadsheet + "\r\n")).isEqualTo(ids(HEADER + "\n" + ROW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "75.5|a lot|adr is \"a lot\", not a number",
                "75.5|75.555|adr is 75.555, which has fractions of a cent",
                "July|Juli|the date of arrival, 1 Juli 2015, does not exist",
                "Check-Out|Checked|reservation_status is \"Checked\", not Check-Out, Canceled or No-Show",
                "Check-Out,2015-07-02|Check-Out,2015-06-30|the guest left on 2015-06-30, before arriving on 2015-07-01",
                "Check-Out,2015-07-02|Canceled,2015-06-23|it was cancelled on 2015-06-23, before it was booked on 2015-06-24",
                "Check-Out,2015-07-02|Canceled,2015-07-02|it was cancelled on 2015-07-02, after the arrival on 2015-07-01",
                "2015-07-02|tomorrow|reservation_status_date is \"tomorrow\", not a date such as 2016-03-31",
                "GBR|XXX|country is \"XXX\", not a code of ISO 3166",
                "Resort Hotel|Hotel|hotel is \"Hotel\", not City Hotel or Resort Hotel",
                "Resort Hotel,0,7|Resort Hotel,0,-7|lead_time is -7, not a whole number from 0 to 5000",
                "Transient|NULL|customer_type is missing",
                "BB|XX|meal is \"XX\", not BB, HB, FB, SC or Undefined",
                "A,C|a,C|reserved_room_type is \"a\", not a letter from A to Z",
                "Resort Hotel,0|0|it has 31 fields, not 32"
            })
    void aWrongRowIsLeftOutWithItsLineAndReason(String right, String wrong, String reason) {
        BookingFile.Contents contents =
                read(HEADER + "\n" + ROW + "\n" + ROW.replace(right, wrong) + "\n" + ROW + "\n");

        assertThat(contents.rejected()).containsExactly(new RejectedRow(3, reason));
        assertThat(contents.reservations()).hasSize(2);
    }

    @Test
    void anotherHeaderRefusesTheFile() {
        assertThatThrownBy(() -> read("a,b\n1,2\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("bookings.csv is not a file of hotel bookings: column 1 should be hotel, not a.");
        assertThatThrownBy(() -> read(""))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("column 1 should be hotel, not nothing");
        assertThatThrownBy(() -> read(HEADER + ",more\n"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("bookings.csv has 33 columns, not 32.");
        assertThatThrownBy(() -> BookingFile.at(folder.resolve("none.csv")).read())
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("none.csv cannot be read");
    }

    @Test
    void anEndlessLineRefusesTheFile() {
        assertThatThrownBy(() -> read(HEADER + "\n" + "x".repeat(10_000)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("bookings.csv has a line of more than 4096 characters.");
    }

    @Test
    void theBundledSampleIsWholeAndCoversBothHotelsAndEveryMonth() throws IOException {
        BookingFile.Contents sample = BookingFile.SAMPLE.read();

        assertThat(sample.rejected()).isEmpty();
        assertThat(sample.reservations()).hasSize(10_000);
        assertThat(sample.reservations()).extracting(Reservation::remoteId).doesNotHaveDuplicates();
        for (Hotel hotel : Hotel.values()) {
            Set<YearMonth> months = new TreeSet<>();
            sample.reservations().stream()
                    .filter(reservation -> reservation.hotel() == hotel)
                    .forEach(reservation -> months.add(YearMonth.from(reservation.arrival())));
            assertThat(months).hasSize(22).contains(YearMonth.of(2015, 7), YearMonth.of(2017, 4));
        }
        assertThat(sample.reservations().stream()
                        .mapToLong(reservation -> reservation.total().amountMinor())
                        .sum())
                .isEqualTo(revenueByHand());
    }

    /** Column by column, without any of our own reading. */
    private static long revenueByHand() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                        BookingFile.class.getResourceAsStream("/replay/hotel-bookings-sample.csv.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .mapToLong(fields -> new BigDecimal(fields[27])
                            .movePointRight(2)
                            .multiply(BigDecimal.valueOf(Long.parseLong(fields[7]) + Long.parseLong(fields[8])))
                            .longValueExact())
                    .sum();
        }
    }

    private Reservation only(String row) {
        return read(HEADER + "\n" + row + "\n").reservations().getFirst();
    }

    private List<String> ids(String text) {
        return read(text).reservations().stream().map(Reservation::remoteId).toList();
    }

    private BookingFile.Contents read(String text) {
        try {
            return BookingFile.at(Files.writeString(folder.resolve("bookings.csv"), text))
                    .read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
