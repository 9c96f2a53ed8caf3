package io.waymark.insights.forecasts;

import io.waymark.http.ProblemException;
import io.waymark.insights.forecasts.ForecastAnswer.Day;
import io.waymark.insights.forecasts.ForecastAnswer.Training;
import io.waymark.insights.forecasts.ForecastAnswer.Training.State;
import io.waymark.insights.warehouse.Freshness;
import io.waymark.insights.warehouse.NamedSql;
import io.waymark.insights.warehouse.PipelineProgress;
import io.waymark.insights.warehouse.PipelineSink;
import io.waymark.insights.warehouse.Row;
import io.waymark.insights.warehouse.Warehouse;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Tells stored forecasts, and takes wishes for new ones. */
public final class Forecasts {

    private static final NamedSql TRAINING = NamedSql.resource("forecast-training");
    private static final NamedSql DAYS = NamedSql.resource("forecast-days");
    private static final NamedSql PAST = NamedSql.resource("forecast-past");
    private static final NamedSql REQUEST = NamedSql.resource("forecast-request");

    private final Warehouse warehouse;
    private final Database written;
    private final PipelineProgress progress;
    private final InstantSource clock;

    /** Reads from the one, writes to the other: two ways to the same warehouse. */
    public Forecasts(Warehouse warehouse, Database written, PipelineProgress progress, InstantSource clock) {
        this.warehouse = warehouse;
        this.written = written;
        this.progress = progress;
        this.clock = clock;
    }

    /** That a training was asked for. */
    record Wanted(String propertyId, Instant requestedAt) {}

    private record Known(String id, String code, String name, Training training) {}

    CompletionStage<ForecastAnswer> answer(Tenant tenant, String property, ForecastSeries series) {
        return progress.of(PipelineSink.WAREHOUSE)
                .thenCompose(freshness ->
                        warehouse.read(connection -> answer(connection, tenant, property, series, freshness)));
    }

    CompletionStage<Wanted> request(Tenant tenant, String property) {
        Instant now = clock.instant();
        return written.async(connection -> {
            ForecastTraining.useWarehouse(connection);
            String id = REQUEST.with("tenant", tenant.id())
                    .with("property", property)
                    .with("now", now.atOffset(ZoneOffset.UTC))
                    .one(connection, row -> row.text("property_id"))
                    .orElseThrow(Forecasts::unknown);
            return new Wanted(id, now);
        });
    }

    private static ForecastAnswer answer(
            Connection connection, Tenant tenant, String property, ForecastSeries series, Freshness freshness)
            throws SQLException {
        Known known = TRAINING.with("tenant", tenant.id())
                .with("property", property)
                .one(connection, Forecasts::known)
                .orElseThrow(Forecasts::unknown);
        @Nullable LocalDate origin = known.training().origin();
        List<Day> days = List.of();
        List<Day> past = List.of();
        if (origin != null) {
            NamedSql.Bound asked = DAYS.with("tenant", tenant.id())
                    .with("property", known.id())
                    .with("series", series.text())
                    .with("origin", origin);
            days = asked.all(connection, Day::read);
            past = PAST.with("tenant", tenant.id())
                    .with("property", known.id())
                    .with("series", series.text())
                    .with("origin", origin)
                    .all(connection, Day::read);
        }
        return new ForecastAnswer(
                known.id(),
                known.code(),
                known.name(),
                series,
                known.training(),
                days,
                past,
                Notice.accuracy(past),
                Notice.of(past, days, series),
                freshness);
    }

    private static Known known(Row row) throws SQLException {
        @Nullable Instant requested = row.instant("requested_at");
        @Nullable Instant started = row.instant("started_at");
        @Nullable Instant finished = row.instant("finished_at");
        @Nullable String failure = row.optionalText("failure");
        Training training = new Training(
                state(requested, started, finished, failure),
                row.optionalDate("origin"),
                row.optionalText("model"),
                row.optionalText("features"),
                row.optionalDate("learned_from"),
                row.optionalDate("learned_until"),
                finished,
                failure);
        return new Known(row.text("property_id"), row.text("code"), row.text("name"), training);
    }

    static State state(
            @Nullable Instant requested,
            @Nullable Instant started,
            @Nullable Instant finished,
            @Nullable String failure) {
        if (requested == null) {
            return State.NONE;
        }
        if (started == null || started.isBefore(requested)) {
            return State.WANTED;
        }
        if (finished == null || finished.isBefore(started)) {
            return State.RUNNING;
        }
        return failure == null ? State.READY : State.FAILED;
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "There is no such property.");
    }
}
