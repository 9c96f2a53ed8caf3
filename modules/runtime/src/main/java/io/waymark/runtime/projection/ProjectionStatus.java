package io.waymark.runtime.projection;

import io.waymark.runtime.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * How far one worker of a projection is, and how far behind.
 *
 * @param slices first and last, such as {@code 0-31}
 * @param lagEvents rows left to read, counted up to 1,000
 * @param lagMillis age of the oldest row left to read; 0 where none is
 * @param failure why it does not get on, where it doesn't
 */
public record ProjectionStatus(
        String name,
        String slices,
        String position,
        long events,
        long lagEvents,
        long lagMillis,
        @Nullable Instant updatedAt,
        @Nullable String failure) {

    private static final String STATUS = """
            select p.projection, p.first_slice || '-' || p.last_slice, p.tx_id::text || ':' || p.ordering, p.events,
                   count(j.ordering),
                   coalesce(greatest(0, extract(epoch from clock_timestamp()) * 1000 - min(j.write_timestamp)), 0)::bigint,
                   p.updated_at, p.failure
              from projection_position p
              left join lateral (
                  select ordering, write_timestamp from event_journal
                   where (tx_id, ordering) > (p.tx_id, p.ordering) and slice between p.first_slice and p.last_slice
                   order by tx_id, ordering limit 1000) j on true
             group by p.projection, p.first_slice
             order by p.projection, p.first_slice""";

    /**
     * Reads along the index. The planner cannot know how many rows a worker's slices are, and would rather sort the whole
     * journal a dozen times than walk past those of others.
     */
    private static final String ALONG_THE_INDEX =
            "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off";

    /** Every worker of every projection that has ever run here. */
    public static CompletionStage<List<ProjectionStatus>> all(Database database) {
        return database.async(connection -> {
            try (Statement settings = connection.createStatement()) {
                settings.execute(ALONG_THE_INDEX);
            }
            try (PreparedStatement select = connection.prepareStatement(STATUS);
                    ResultSet result = select.executeQuery()) {
                List<ProjectionStatus> all = new ArrayList<>();
                while (result.next()) {
                    Timestamp updatedAt = result.getTimestamp(7);
                    all.add(new ProjectionStatus(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getLong(4),
                            result.getLong(5),
                            result.getLong(6),
                            updatedAt == null ? null : updatedAt.toInstant(),
                            result.getString(8)));
                }
                return all;
            }
        });
    }
}
