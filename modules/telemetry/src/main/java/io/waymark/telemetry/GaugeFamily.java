package io.waymark.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** Gauges that differ in one label and whose values are looked up together now and then. */
public final class GaugeFamily {

    /** More than there are sinks, checks or projections; what comes beyond it is left out. */
    private static final int MOST = 100;

    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final String label;
    private final Map<String, AtomicReference<Double>> values = new ConcurrentHashMap<>();

    GaugeFamily(MeterRegistry registry, String name, String description, String label) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.label = label;
    }

    /** Sets all values; what is not among them any more is no number until it is again. */
    public void set(Map<String, Double> current) {
        values.forEach((key, value) -> {
            if (!current.containsKey(key)) {
                value.set(Double.NaN);
            }
        });
        current.forEach((key, value) -> {
            if (values.size() < MOST || values.containsKey(key)) {
                values.computeIfAbsent(key, this::gauge).set(value);
            }
        });
    }

    private AtomicReference<Double> gauge(String key) {
        AtomicReference<Double> value = new AtomicReference<>(Double.NaN);
        Gauge.builder(name, value, AtomicReference::get)
                .description(description)
                .tags(label, key)
                .strongReference(true)
                .register(registry);
        return value;
    }
}
