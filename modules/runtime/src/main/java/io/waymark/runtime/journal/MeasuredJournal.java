package io.waymark.runtime.journal;

import com.typesafe.config.Config;
import io.waymark.runtime.NodeTelemetry;
import io.waymark.telemetry.JournalMeters;
import io.waymark.telemetry.TraceSpan;
import java.util.List;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.jdbc.journal.JdbcAsyncWriteJournal;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.concurrent.Future;
import scala.jdk.javaapi.CollectionConverters;
import scala.jdk.javaapi.FutureConverters;
import scala.runtime.BoxedUnit;
import scala.util.Try;

/** The plug-in's journal with its writes counted, timed and traced. */
public final class MeasuredJournal extends JdbcAsyncWriteJournal {

    private final JournalMeters meters;

    /** Made by Pekko from the configuration. */
    public MeasuredJournal(Config config) {
        super(config);
        this.meters = NodeTelemetry.of(Adapter.toTyped(context().system())).journal();
    }

    @Override
    public Future<Seq<Try<BoxedUnit>>> asyncWriteMessages(Seq<AtomicWrite> writes) {
        long start = System.nanoTime();
        int events = 0;
        for (AtomicWrite write : CollectionConverters.asJava(writes)) {
            events += write.payload().size();
        }
        int count = events;
        List<TraceSpan> spans = JournalTraces.begin(CollectionConverters.asJava(writes));
        Future<Seq<Try<BoxedUnit>>> written = super.asyncWriteMessages(writes);
        FutureConverters.asJava(written).whenComplete((results, failure) -> ended(count, start, spans, failure));
        return written;
    }

    private void ended(int count, long start, List<TraceSpan> spans, @Nullable Throwable failure) {
        if (failure == null) {
            meters.written(count, start);
        } else {
            meters.failed(start);
        }
        spans.forEach(span -> TraceSpan.end(span, failure));
    }
}
