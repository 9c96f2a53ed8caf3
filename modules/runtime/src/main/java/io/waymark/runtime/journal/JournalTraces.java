package io.waymark.runtime.journal;

import io.waymark.telemetry.TraceSpan;
import io.waymark.telemetry.Tracing;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.persistence.AtomicWrite;
import org.apache.pekko.persistence.PersistentRepr;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The spans of what is being written; none, and at no cost, where nothing is traced. */
public final class JournalTraces {

    private JournalTraces() {}

    /** One span for each traced command whose events these are. */
    public static List<TraceSpan> begin(Iterable<AtomicWrite> writes) {
        if (!Tracing.on()) {
            return List.of();
        }
        List<TraceSpan> spans = new ArrayList<>();
        for (AtomicWrite write : writes) {
            @Nullable TraceSpan span = begin(write);
            if (span != null) {
                spans.add(span);
            }
        }
        return spans;
    }

    private static @Nullable TraceSpan begin(AtomicWrite write) {
        for (PersistentRepr event : CollectionConverters.asJava(write.payload())) {
            if (event.payload() instanceof JournalRecord record) {
                @Nullable
                TraceSpan span = Tracing.span("journal write", record.meta().traceparent());
                return span == null ? null : span.with("events", write.payload().size());
            }
        }
        return null;
    }
}
