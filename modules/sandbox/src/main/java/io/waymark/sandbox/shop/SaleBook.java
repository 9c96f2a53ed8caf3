package io.waymark.sandbox.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.waymark.http.HttpJson;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.sandbox.channel.Copy.Room;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a channel has said about its sales and what the house has answered, a line each, so that both outlive the channel's
 * process: a sale that a guest was promised is not forgotten because a server died.
 */
final class SaleBook {

    private final @Nullable Path file;

    private SaleBook(@Nullable Path file) {
        this.file = file;
    }

    /** In this file, which is made when the first line is written. */
    static SaleBook at(Path file) {
        return new SaleBook(file);
    }

    /** One that forgets. */
    static SaleBook none() {
        return new SaleBook(null);
    }

    /**
     * One line.
     *
     * @param taken the house's word; null where the message was about to be sent
     */
    record Entry(SaleMessage message, @Nullable Boolean taken) {}

    private record Line(
            String sale,
            SaleMessage.Kind kind,
            Instant at,
            String hotel,
            String roomType,
            LocalDate arrival,
            LocalDate departure,
            Money total,
            @Nullable Boolean taken) {}

    /** All that was written, in its order. A last line that was cut off by a kill was never relied on. */
    List<Entry> read() {
        if (file == null || !Files.exists(file)) {
            return List.of();
        }
        try {
            List<Entry> entries = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                entry(line).ifPresent(entries::add);
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException("the sales of a channel cannot be read", e);
        }
    }

    void write(SaleMessage message, @Nullable Boolean taken) {
        if (file == null) {
            return;
        }
        Line line = new Line(
                message.saleId(),
                message.kind(),
                message.at(),
                message.room().hotel(),
                message.room().roomType(),
                message.nights().from(),
                message.nights().to(),
                message.total(),
                taken);
        try {
            Files.write(
                    file,
                    (HttpJson.MAPPER.writeValueAsString(line) + "\n").getBytes(UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("a sale cannot be written down", e);
        }
    }

    private static Optional<Entry> entry(String text) {
        try {
            Line line = HttpJson.MAPPER.readValue(text, Line.class);
            return Optional.of(new Entry(
                    new SaleMessage(
                            line.sale(),
                            line.kind(),
                            line.at(),
                            new Room(line.hotel(), line.roomType()),
                            new DateRange(line.arrival(), line.departure()),
                            line.total()),
                    line.taken()));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
