package io.waymark.pipeline.jobs.run;

import java.util.Properties;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Makes {@link MetricsEndpoint} where Flink's configuration names this class. */
public final class MetricsEndpointFactory implements MetricReporterFactory {

    @Override
    public MetricReporter createMetricReporter(Properties properties) {
        return new MetricsEndpoint();
    }
}
