package io.waymark.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/**
 * The meters of one process, by stage.
 *
 * <p>Each stage asks for its meters once and keeps them, so measuring costs a few additions and no look-up by name.
 */
public final class Telemetry implements AutoCloseable {

    /** What {@link #scrape} answers with. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final CommandMeters commands;
    private final EntityMeters entities;
    private final JournalMeters journal;
    private final ProjectionMeters projections;
    private final ChannelMeters channels;
    private final RequestMeters requests;

    public Telemetry() {
        registry.config()
                .meterFilter(new FixedLabels())
                // Names that Prometheus' conventions keep for something else; the same is told by others.
                .meterFilter(MeterFilter.denyNameStartsWith("system.cpu.count"))
                .meterFilter(MeterFilter.denyNameStartsWith("process.cpu.time"));
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new ClassLoaderMetrics(),
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
        collections.bindTo(registry);
        commands = new CommandMeters(registry);
        entities = new EntityMeters(registry);
        journal = new JournalMeters(registry);
        projections = new ProjectionMeters(registry);
        channels = new ChannelMeters(registry);
        requests = new RequestMeters(registry);
    }

    public CommandMeters commands() {
        return commands;
    }

    public EntityMeters entities() {
        return entities;
    }

    public JournalMeters journal() {
        return journal;
    }

    public ProjectionMeters projections() {
        return projections;
    }

    public ChannelMeters channels() {
        return channels;
    }

    public RequestMeters requests() {
        return requests;
    }

    /** A family of gauges whose values are set together, such as the lag of every projection. */
    public GaugeFamily gauges(String name, String description, String label) {
        return new GaugeFamily(registry, name, description, label);
    }

    /** For libraries that bring meters of their own, such as a connection pool. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Everything, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
