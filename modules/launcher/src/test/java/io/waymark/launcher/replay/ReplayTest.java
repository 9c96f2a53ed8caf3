package io.waymark.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.kernel.Ids;
import io.waymark.launcher.replay.PartnerBooks.Content;
import io.waymark.launcher.replay.PartnerBooks.Entry;
import io.waymark.launcher.replay.delivery.Passage;
import io.waymark.launcher.replay.delivery.Patience;
import io.waymark.launcher.replay.delivery.ReplayFailure;
import io.waymark.launcher.replay.delivery.ReplayOptions;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.launcher.replay.schedule.Agreed;
import io.waymark.launcher.replay.schedule.Schedule;
import io.waymark.launcher.replay.schedule.Step;
import io.waymark.launcher.replay.schedule.StepKind;
import io.waymark.launcher.replay.source.BookingFile;
import io.waymark.launcher.replay.source.RejectedRow;
import io.waymark.launcher.replay.source.Reservation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplayTest {

    private static final int ROWS = 250;
    private static final Patience HURRIED = new Patience(
            Duration.ofMillis(250),
            Duration.ofMillis(2),
            Duration.ofMillis(20),
            Duration.ofSeconds(60),
            Duration.ofMillis(200));

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void cutTheSample() throws IOException {
        file = Files.write(folder.resolve("some.csv"), firstLines());
    }

    @ParameterizedTest
    @EnumSource
    void aBadLineNeitherLosesNorDoublesAnything(Passage through) throws Exception {
        try (FaultyPartner partner = new FaultyPartner(true)) {
            ReplaySummary summary = replay(partner.target(), through, 0).run(silent());

            assertThat(summary.complete()).isTrue();
            assertThat(partner.requests()).isGreaterThan(summary.progress().total());
            assertThat(partner.books.entries()).isEqualTo(expected());
        }
    }

    @Test
    void aStoppedReplayGoesOnWhereItWas() throws Exception {
        try (FaultyPartner partner = new FaultyPartner(false)) {
            Replay first = replay(partner.target(), Passage.ALPINEBITS, 400);
            ReplaySummary stopped = first.run(watching(progress -> {
                if (progress.account().position() > 50) {
                    first.stop();
                }
            }));
            assertThat(stopped.progress().finished()).isFalse();
            long before = partner.requests();

            ReplaySummary summary =
                    replay(partner.target(), Passage.ALPINEBITS, 0).run(silent());

            assertThat(summary.complete()).isTrue();
            assertThat(summary.progress().before())
                    .isEqualTo(stopped.progress().account().position());
            assertThat(partner.requests() - before)
                    .isLessThan(summary.progress().total());
            assertThat(partner.books.entries()).isEqualTo(expected());
        }
    }

    @Test
    void aKilledReplaySendsAgainWhatItDoesNotKnowToBeAnswered() throws Exception {
        try (FaultyPartner partner = new FaultyPartner(false)) {
            Replay killed = replay(partner.target(), Passage.API, 400);
            List<Path> copies = new ArrayList<>();
            killed.run(watching(progress -> {
                if (progress.account().position() > 50 && copies.isEmpty()) {
                    copies.add(copy(progressFile()));
                }
            }));
            // As a kill leaves it: the partner has everything, the progress knows of the first part only.
            Files.move(copies.getFirst(), progressFile(), StandardCopyOption.REPLACE_EXISTING);

            ReplaySummary summary = replay(partner.target(), Passage.API, 0).run(silent());

            assertThat(summary.complete()).isTrue();
            assertThat(summary.progress().before()).isPositive();
            assertThat(summary.progress().account().repeated()).isPositive();
            assertThat(partner.books.entries()).isEqualTo(expected());
        }
    }

    @Test
    void progressOfAnotherSystemCountsForNothing() throws Exception {
        try (FaultyPartner lost = new FaultyPartner(false)) {
            replay(lost.target(), Passage.ALPINEBITS, 0).run(silent());
        }
        try (FaultyPartner empty = new FaultyPartner(false)) {
            ReplaySummary summary =
                    replay(empty.target(), Passage.ALPINEBITS, 0).run(silent());

            assertThat(summary.progress().before()).isZero();
            assertThat(empty.books.entries()).isEqualTo(expected());
        }
    }

    @Test
    void aFinishedReplayOfTheSameFileSendsNothing() throws Exception {
        try (FaultyPartner partner = new FaultyPartner(false)) {
            replay(partner.target(), Passage.ALPINEBITS, 0).run(silent());
            long before = partner.requests();

            ReplaySummary summary =
                    replay(partner.target(), Passage.ALPINEBITS, 0).run(silent());

            assertThat(summary.complete()).isTrue();
            assertThat(partner.requests() - before).isEqualTo(2);
        }
    }

    @Test
    void aRefusalIsCountedWithItsReasonAndDoesNotEndTheReplay() throws Exception {
        try (FaultyPartner partner = new FaultyPartner(false)) {
            ReplayTarget otherwise = new ReplayTarget(
                    partner.target().baseUrl(), "wmk_key", new ReplayTarget.Channel("unknown", "user", "password"));

            // The partner derives ids from its own connection, so at the desk it knows none of these bookings.
            ReplaySummary summary = replay(otherwise, Passage.ALPINEBITS, 0).run(silent());

            assertThat(summary.progress().finished()).isTrue();
            assertThat(summary.complete()).isFalse();
            assertThat(summary.progress().account().refused()).isEqualTo(stepsAtTheDesk());
            assertThat(summary.progress().account().refusals())
                    .allSatisfy(refusal -> assertThat(refusal.reason()).isEqualTo("404 not-found"));
        }
    }

    @Test
    void aSystemThatStaysAwayEndsTheReplayWithOneSentence() {
        ReplayTarget nobody = new ReplayTarget(
                URI.create("http://127.0.0.1:1"), "wmk_key", new ReplayTarget.Channel("channel", "user", "password"));
        Patience little = new Patience(
                Duration.ofMillis(100), Duration.ofMillis(1), Duration.ofMillis(5), Duration.ZERO, Duration.ZERO);

        assertThatThrownBy(() -> new Replay(
                                BookingFile.at(file),
                                nobody,
                                new ReplayOptions(Passage.API, 0, little),
                                folder.resolve("replay"),
                                InstantSource.system())
                        .run(silent()))
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("Run the same command again when it is back");
    }

    private Replay replay(ReplayTarget target, Passage through, int rate) {
        return new Replay(
                BookingFile.at(file),
                target,
                new ReplayOptions(through, rate, HURRIED),
                folder.resolve("replay"),
                InstantSource.system());
    }

    private Map<String, List<Entry>> expected() {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (Step step : schedule().steps()) {
            String booking = Ids.derived(
                    "bkg",
                    FaultyPartner.TENANT,
                    FaultyPartner.CONNECTION,
                    step.reservation().remoteId());
            entries.computeIfAbsent(booking, absent -> new ArrayList<>())
                    .add(new Entry(step.kind(), step.at(), content(step)));
        }
        return entries;
    }

    private static @Nullable Content content(Step step) {
        if (step.kind() != StepKind.BOOKED && step.kind() != StepKind.CHANGED) {
            return null;
        }
        Reservation row = step.reservation();
        Agreed agreed = step.agreed();
        return new Content(
                Ids.derived(
                        "rmt",
                        FaultyPartner.TENANT,
                        row.hotel().code(),
                        row.rooms().reserved()),
                row.nights(),
                List.of(
                        row.party().adults(),
                        row.party().children(),
                        row.party().babies()),
                row.total().amountMinor(),
                row.meal(),
                row.country(),
                List.of(
                        row.sale().channel(),
                        row.sale().market(),
                        row.sale().customerType(),
                        row.sale().depositType(),
                        String.valueOf(row.sale().agent()),
                        String.valueOf(row.sale().company())),
                agreed.specialRequests(),
                agreed.parkingSpaces(),
                agreed.remarks());
    }

    private long stepsAtTheDesk() {
        return schedule().steps().stream()
                .filter(step -> switch (step.kind()) {
                    case ARRIVED, DEPARTED, NO_SHOW -> true;
                    case BOOKED, CHANGED, CANCELLED -> false;
                })
                .count();
    }

    private Schedule schedule() {
        return Schedule.of(BookingFile.at(file).read().reservations());
    }

    private Path progressFile() {
        return folder.resolve("replay").resolve(BookingFile.at(file).digest() + ".json");
    }

    private Path copy(Path path) {
        try {
            return Files.copy(path, folder.resolve("copy.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ReplayListener silent() {
        return watching(progress -> {});
    }

    private static ReplayListener watching(Consumer<ReplayProgress> watcher) {
        return new ReplayListener() {
            @Override
            public void read(String name, int reservations, List<RejectedRow> rejected) {
                assertThat(rejected).isEmpty();
            }

            @Override
            public void progressed(ReplayProgress progress) {
                watcher.accept(progress);
            }
        };
    }

    /** From all over the sample, so that both hotels and equal rows are among them. */
    private static List<String> firstLines() throws IOException {
        try (InputStream bytes = Objects.requireNonNull(
                        ReplayTest.class.getResourceAsStream("/replay/hotel-bookings-sample.csv.gz"));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().toList();
            List<String> some = new ArrayList<>(List.of(all.getFirst()));
            IntStream.range(0, ROWS).forEach(i -> some.add(all.get(1 + i * (all.size() - 1) / ROWS)));
            some.add(some.getLast());
            return some;
        }
    }
}
