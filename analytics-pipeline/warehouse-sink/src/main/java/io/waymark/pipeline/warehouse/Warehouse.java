package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.ChannelMessageRow;
import io.waymark.pipeline.source.Database;
import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.BatchStoreFactory;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.pipeline.stream.DeadLetter.Stage;
import io.waymark.pipeline.stream.Positioned;
import io.waymark.pipeline.stream.Progress;
import java.io.IOException;
import java.io.Serializable;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stores of the warehouse, ready to travel to where the writers run. */
public record Warehouse(Database database) implements Serializable {

    private static final String JOURNAL = "event_journal";
    private static final String CHANNEL_MESSAGES = "channel_message";

    public BatchStoreFactory<BookingChange> bookings() {
        return tables(
                BookingTables::new,
                change -> letter(change, JOURNAL, change.booking().tenant()));
    }

    public BatchStoreFactory<PropertyChange> properties() {
        return tables(PropertyTables::new, change -> letter(change, JOURNAL, change.tenant()));
    }

    public BatchStoreFactory<InventoryChange> inventory() {
        return tables(InventoryTables::new, change -> letter(change, JOURNAL, change.tenant()));
    }

    public BatchStoreFactory<ChannelMessageRow> channelMessages() {
        return tables(ChannelMessages::new, message -> letter(message, CHANNEL_MESSAGES, message.tenant()));
    }

    /** Dead letters themselves have nowhere else to go: one that cannot be written stops the writer. */
    public BatchStoreFactory<DeadLetter> deadLetters() {
        return lastResort(DeadLetters::new);
    }

    public BatchStoreFactory<Progress> progress() {
        return lastResort(ProgressRows::new);
    }

    private interface Lettering<T> extends Serializable {
        DeadLetter letter(T row);
    }

    private <T> BatchStoreFactory<T> tables(WarehouseTable.Factory<T> table, Lettering<T> lettering) {
        BatchStoreFactory<DeadLetter> deadLetters = deadLetters();
        return () -> new WarehouseStore<>(database, table.make(), toDeadLetters(deadLetters.open(), lettering));
    }

    private <T> BatchStoreFactory<T> lastResort(WarehouseTable.Factory<T> table) {
        return () -> new WarehouseStore<>(database, table.make(), new WarehouseStore.Refusals<>() {
            @Override
            public void refused(T row, SQLException reason) throws IOException {
                throw new IOException("the warehouse refused " + row, reason);
            }

            @Override
            public void close() {}
        });
    }

    private static <T> WarehouseStore.Refusals<T> toDeadLetters(
            BatchStore<DeadLetter> deadLetters, Lettering<T> lettering) {
        return new WarehouseStore.Refusals<>() {
            @Override
            public void refused(T row, SQLException reason) throws IOException, InterruptedException {
                DeadLetter letter = lettering.letter(row);
                deadLetters.store(List.of(letter.because(String.valueOf(reason.getMessage()))));
            }

            @Override
            public void close() throws IOException {
                deadLetters.close();
            }
        };
    }

    private static DeadLetter letter(Positioned row, String origin, @Nullable String tenant) {
        return new DeadLetter(
                Stage.WAREHOUSE,
                origin,
                row.txId(),
                row.ordering(),
                row.recordedAt(),
                tenant,
                null,
                null,
                null,
                "refused",
                row.toString());
    }
}
