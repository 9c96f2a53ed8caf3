package io.waymark.sandbox.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import io.waymark.sandbox.channel.Copy.Room;
import io.waymark.sandbox.shop.SaleBook.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaleBookTest {

    private static final LocalDate MAY = LocalDate.of(2031, 5, 1);
    private static final SaleMessage SALE = new SaleMessage(
            "sal_1",
            SaleMessage.Kind.NEW,
            Instant.parse("2031-01-01T10:00:00Z"),
            new Room("H", "A"),
            new DateRange(MAY, MAY.plusDays(2)),
            Money.of(19_800, "EUR"));

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadByTheNextOne() {
        Path file = folder.resolve("channel.sales");
        assertThat(SaleBook.at(file).read()).isEmpty();

        SaleBook.at(file).write(SALE, null);
        SaleBook.at(file).write(SALE, true);

        assertThat(SaleBook.at(file).read()).containsExactly(new Entry(SALE, null), new Entry(SALE, true));
    }

    @Test
    void aLineThatWasCutOffIsLeftOut() throws IOException {
        Path file = folder.resolve("channel.sales");
        SaleBook.at(file).write(SALE, null);
        Files.writeString(file, "{\"sale\":\"sal_2\",\"ki", StandardOpenOption.APPEND);

        assertThat(SaleBook.at(file).read()).containsExactly(new Entry(SALE, null));
    }

    @Test
    void oneThatForgetsWritesNothing() {
        SaleBook.none().write(SALE, true);

        assertThat(SaleBook.none().read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
