package io.waymark.runtime.projection;

import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Waits until a projection has applied everything up to a write. */
public final class CaughtUp {

    private static final Duration PAUSE = Duration.ofMillis(15);

    /** No worker of the projection has a row left to read at or before the row that the token names. */
    private static final String QUESTION = """
            select not exists (
                select 1
                  from event_journal target
                  cross join generate_series(0, 63) as every (slice)
                  left join projection_position position
                    on position.projection = ? and every.slice between position.first_slice and position.last_slice
                  join event_journal missing
                    on missing.slice = every.slice
                   and (missing.tx_id, missing.ordering) <= (target.tx_id, target.ordering)
                   and (missing.tx_id, missing.ordering) > (coalesce(position.tx_id, '0'), coalesce(position.ordering, 0))
                 where target.persistence_id = ? and target.sequence_number = ?)""";

    private final Database database;
    private final InstantSource clock;

    public CaughtUp(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whether the projection has caught up with the token within the limit. */
    public CompletionStage<Boolean> await(Tenant tenant, String projection, ConsistencyToken token, Duration limit) {
        return await(tenant, projection, token, clock.instant().plus(limit));
    }

    private CompletionStage<Boolean> await(Tenant tenant, String projection, ConsistencyToken token, Instant deadline) {
        return reached(tenant, projection, token).thenCompose(reached -> {
            if (reached || clock.instant().isAfter(deadline)) {
                return CompletableFuture.completedFuture(reached);
            }
            Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            return CompletableFuture.runAsync(() -> {}, later)
                    .thenCompose(paused -> await(tenant, projection, token, deadline));
        });
    }

    private CompletionStage<Boolean> reached(Tenant tenant, String projection, ConsistencyToken token) {
        return database.async(connection -> {
            try (PreparedStatement select = connection.prepareStatement(QUESTION)) {
                select.setString(1, projection);
                select.setString(2, token.persistenceId(tenant));
                select.setLong(3, token.revision());
                try (ResultSet result = select.executeQuery()) {
                    return result.next() && result.getBoolean(1);
                }
            }
        });
    }
}
