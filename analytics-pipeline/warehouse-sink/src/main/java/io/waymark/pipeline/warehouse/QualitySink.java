package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the checks of data quality at every tick that it gets. A check that cannot be run never stops the pipeline. */
public final class QualitySink implements Sink<Long> {

    private static final long serialVersionUID = 1;

    private static final Logger LOG = LoggerFactory.getLogger(QualitySink.class);

    private final Database database;

    public QualitySink(Database database) {
        this.database = database;
    }

    @Override
    public SinkWriter<Long> createWriter(WriterInitContext context) {
        InstantSource clock = InstantSource.system();
        return new Writer(new QualityChecks(database, clock), clock);
    }

    private static final class Writer implements SinkWriter<Long> {

        /** Checks may take one part in so many of the server's time; a large warehouse is checked less often. */
        private static final int SHARE = 20;

        private final QualityChecks checks;
        private final InstantSource clock;
        private Instant notBefore = Instant.MIN;

        Writer(QualityChecks checks, InstantSource clock) {
            this.checks = checks;
            this.clock = clock;
        }

        @Override
        public void write(Long tick, Context context) {
            Instant start = clock.instant();
            if (start.isBefore(notBefore)) {
                return;
            }
            try {
                checks.run();
                Instant end = clock.instant();
                notBefore = end.plus(Duration.between(start, end).multipliedBy(SHARE));
            } catch (SQLException e) {
                LOG.warn("The checks of data quality could not be run; the next time is in a minute.", e);
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {}

        @Override
        public void close() {}
    }
}
