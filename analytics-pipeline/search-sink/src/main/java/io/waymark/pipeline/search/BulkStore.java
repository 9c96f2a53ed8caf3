package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import io.waymark.pipeline.stream.Backoff;
import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.pipeline.stream.DeadLetter.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Writes documents in bulk. A document of an older version than the one in the index is done already; one that cannot be
 * taken now is sent again; one that will never be taken becomes a dead letter.
 */
final class BulkStore implements BatchStore<SearchDocument> {

    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** Bulks under way at the same time: an index takes several at once, each by one of its threads. */
    private static final int AT_ONCE = 2;

    private final ElasticsearchClient client;
    private final SearchIndex index;
    private final BatchStore<DeadLetter> deadLetters;
    private final ExecutorService senders = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("bulk-", 0).daemon().factory());

    BulkStore(ElasticsearchClient client, SearchIndex index, BatchStore<DeadLetter> deadLetters) {
        this.client = client;
        this.index = index;
        this.deadLetters = deadLetters;
    }

    @Override
    public void store(List<SearchDocument> batch) throws IOException, InterruptedException {
        List<List<SearchDocument>> bulks = Bulks.of(compacted(batch));
        try {
            List<Future<@Nullable Void>> sent = senders.invokeAll(bulks.stream()
                    .map(bulk -> (Callable<@Nullable Void>) () -> deliver(bulk))
                    .toList());
            for (Future<@Nullable Void> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("documents cannot be written to " + index.alias(), e.getCause());
        }
    }

    private @Nullable Void deliver(List<SearchDocument> bulk) throws IOException, InterruptedException {
        List<SearchDocument> left = bulk;
        Backoff backoff = new Backoff();
        while (!left.isEmpty()) {
            left = send(left, backoff);
            if (!left.isEmpty()) {
                backoff.await(left.size() + " documents were not taken by " + index.alias());
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        senders.shutdownNow();
        try (client;
                deadLetters) {
            // Both are closed, even if one of them fails.
        }
    }

    /** Of several states of one document only the newest is worth sending. */
    @Override
    public List<SearchDocument> compacted(List<SearchDocument> batch) {
        Map<String, SearchDocument> newest = new LinkedHashMap<>();
        for (SearchDocument document : batch) {
            newest.merge(document.id(), document, (a, b) -> b.version() >= a.version() ? b : a);
        }
        return new ArrayList<>(newest.values());
    }

    /** Sends all and gives back what is to be sent again. */
    private List<SearchDocument> send(List<SearchDocument> documents, Backoff backoff)
            throws IOException, InterruptedException {
        List<BulkResponseItem> answers;
        try {
            answers = client.bulk(request(documents)).items();
        } catch (ElasticsearchException e) {
            if (!later(e.status())) {
                throw e;
            }
            return documents;
        } catch (IOException e) {
            backoff.remember(e);
            return documents;
        }
        return sort(documents, answers);
    }

    private List<SearchDocument> sort(List<SearchDocument> documents, List<BulkResponseItem> answers)
            throws IOException, InterruptedException {
        List<SearchDocument> again = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            ErrorCause error = answers.get(i).error();
            int status = answers.get(i).status();
            if (error == null || status == CONFLICT) {
                continue;
            }
            if (later(status)) {
                again.add(documents.get(i));
            } else {
                refused.add(deadLetter(documents.get(i), error));
            }
        }
        if (!refused.isEmpty()) {
            bury(refused);
        }
        return again;
    }

    /** One at a time: a store is not made for several threads. */
    private synchronized void bury(List<DeadLetter> refused) throws IOException, InterruptedException {
        deadLetters.store(refused);
    }

    private BulkRequest request(List<SearchDocument> documents) {
        return BulkRequest.of(bulk -> {
            bulk.index(index.target()).requireAlias(index.writtenByAlias());
            for (SearchDocument document : documents) {
                bulk.operations(operation -> operation.index(write -> write.id(document.id())
                        .version(document.version())
                        .versionType(VersionType.ExternalGte)
                        .document(BinaryData.of(document.json(), ContentType.APPLICATION_JSON))));
            }
            return bulk;
        });
    }

    private static boolean later(int status) {
        return status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    }

    private static DeadLetter deadLetter(SearchDocument document, ErrorCause error) {
        return new DeadLetter(
                Stage.SEARCH,
                document.origin(),
                document.txId(),
                document.ordering(),
                document.recordedAt(),
                null,
                document.id(),
                document.version(),
                null,
                reason(error),
                document.text());
    }

    private static String reason(@Nullable ErrorCause error) {
        StringBuilder reason = new StringBuilder("Elasticsearch refused the document");
        for (ErrorCause cause = error; cause != null; cause = cause.causedBy()) {
            reason.append(": ").append(cause.type()).append(' ').append(cause.reason());
        }
        return reason.toString();
    }
}
