package io.waymark.pipeline.jobs.run;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.jspecify.annotations.Nullable;

/**
 * Flink's metrics for Prometheus, on an address of our choice.
 *
 * <p>Flink's own reporter listens on every interface of the machine, and labels each series with ids that change with every
 * attempt. This one listens on loopback unless it is told otherwise, and tells what {@link PipelineMetrics} lists.
 */
public final class MetricsEndpoint implements MetricReporter {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Map<Metric, PipelineMetrics.Series> series = new ConcurrentHashMap<>();
    private @Nullable HttpServer server;
    private @Nullable ExecutorService threads;

    @Override
    public void open(MetricConfig config) {
        String host = config.getString("host", "127.0.0.1");
        int port = config.getInteger("port", 18_181);
        try {
            HttpServer opened = HttpServer.create(new InetSocketAddress(host, port), 0);
            ExecutorService own = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("metrics").daemon().factory());
            opened.setExecutor(own);
            opened.createContext("/metrics", this::answer);
            opened.start();
            server = opened;
            threads = own;
        } catch (IOException e) {
            throw new UncheckedIOException("metrics cannot be told on " + host + ":" + port, e);
        }
    }

    @Override
    public void close() {
        HttpServer opened = server;
        ExecutorService own = threads;
        if (opened != null && own != null) {
            opened.stop(0);
            own.shutdownNow();
        }
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        PipelineMetrics.series(name, group).ifPresent(found -> series.put(metric, found));
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        series.remove(metric);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = PipelineMetrics.text(series).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", CONTENT_TYPE);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
