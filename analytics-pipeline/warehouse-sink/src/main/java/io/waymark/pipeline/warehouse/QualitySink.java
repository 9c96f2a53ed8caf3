package io.waymark.pipeline.warehouse;

import io.waymark.pipeline.source.Database;
import java.io.IOException;
import java.sql.SQLException;
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
        return new Writer(new QualityChecks(database, InstantSource.system()));
    }

    private record Writer(QualityChecks checks) implements SinkWriter<Long> {

        @Override
        public void write(Long tick, Context context) {
            try {
                checks.run();
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
