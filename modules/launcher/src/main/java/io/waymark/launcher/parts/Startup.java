package io.waymark.launcher.parts;

import io.waymark.servers.Readiness;
import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Starts every part as soon as the parts it needs are ready, side by side where nothing stands between them. */
final class Startup {

    private static final Duration READY_LIMIT = Duration.ofMinutes(4);

    private final HttpClient client;
    private final BooleanSupplier wanted;
    private final Consumer<RunningPart> changed;

    /**
     * @param wanted turns false when someone has asked to stop meanwhile
     * @param changed is told of each part when its process runs and again when it is ready
     */
    Startup(HttpClient client, BooleanSupplier wanted, Consumer<RunningPart> changed) {
        this.client = client;
        this.wanted = wanted;
        this.changed = changed;
    }

    /** Returns when all parts are ready; the first failure ends the waiting for all the others. */
    void run(Parts parts) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, CompletableFuture<Void>> ready = new HashMap<>();
            CompletableFuture<Void> failure = new CompletableFuture<>();
            for (Part part : parts.inStartOrder()) {
                CompletableFuture<Void> done = all(part.needs().stream()
                                .filter(ready::containsKey)
                                .map(ready::get)
                                .toList())
                        .thenRunAsync(() -> start(part, () -> !failure.isCompletedExceptionally()), threads);
                done.exceptionally(thrown -> {
                    failure.completeExceptionally(thrown);
                    return null;
                });
                ready.put(part.name(), done);
            }
            CompletableFuture.anyOf(failure, all(List.copyOf(ready.values()))).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ServerFailure sentence ? sentence : e;
        }
    }

    private void start(Part part, BooleanSupplier othersAreWell) {
        if (!wanted.getAsBoolean()) {
            throw new ServerFailure("The start was given up.");
        }
        RecordedProcess process = part.start();
        RunningPart running = RunningPart.of(part, process, 0);
        changed.accept(running);
        BooleanSupplier alive = () -> wanted.getAsBoolean()
                && othersAreWell.getAsBoolean()
                && process.living().isPresent();
        if (!Readiness.within(READY_LIMIT, alive, () -> part.kind().ready(client, part.url()))) {
            throw new ServerFailure(reason(part, process));
        }
        changed.accept(running.ready(true));
    }

    private static String reason(Part part, RecordedProcess process) {
        String what = process.living().isPresent()
                ? "did not become ready within %d minutes".formatted(READY_LIMIT.toMinutes())
                : "ended before it was ready";
        return "%s %s; its log %s ends with:\n%s".formatted(part.name(), what, part.log(), LogTail.of(part.log()));
    }

    private static CompletableFuture<Void> all(List<CompletableFuture<Void>> futures) {
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
    }
}
