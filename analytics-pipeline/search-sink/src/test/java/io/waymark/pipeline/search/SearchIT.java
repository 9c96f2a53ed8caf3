package io.waymark.pipeline.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waymark.pipeline.stream.BatchStore;
import io.waymark.pipeline.stream.DeadLetter;
import io.waymark.servers.testing.TestElasticsearch;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchIT {

    private final SearchCluster cluster =
            new SearchCluster(TestElasticsearch.url().toString(), null);
    private final SearchIndex bookings = SearchIndex.bookings(TestElasticsearch.freshPrefix());
    private final List<DeadLetter> refused = new ArrayList<>();

    @BeforeEach
    void createIndices() throws Exception {
        new SearchSchema(cluster).create(List.of(bookings));
    }

    @Test
    void makingIndicesTwiceIsHarmless() throws Exception {
        new SearchSchema(cluster).create(List.of(bookings));

        try (ElasticsearchClient client = cluster.connect()) {
            assertThat(client.indices()
                            .getAlias(request -> request.name(bookings.alias()))
                            .aliases())
                    .containsOnlyKeys(bookings.alias() + "-v1-000001");
        }
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() throws Exception {
        store(document("1", 2, "confirmed"));
        store(document("1", 1, "requested"));

        assertThat(status("1")).isEqualTo("confirmed");
        assertThat(refused).isEmpty();
    }

    @Test
    void theSameVersionMayBeWrittenAgainWithNewNames() throws Exception {
        store(document("1", 2, "confirmed"));
        store(document("1", 2, "cancelled"));

        assertThat(status("1")).isEqualTo("cancelled");
    }

    @Test
    void aDocumentThatIsRefusedIsPutAsideAlone() throws Exception {
        store(
                document("1", 1, "requested"),
                new SearchDocument("2", 1, "event_journal", 1, 2, Instant.EPOCH, bytes("{\"surprise\":1}")),
                document("3", 1, "requested"));

        assertThat(status("3")).isEqualTo("requested");
        assertThat(refused).singleElement().satisfies(letter -> {
            assertThat(letter.persistenceId()).isEqualTo("2");
            assertThat(letter.reason()).contains("strict_dynamic_mapping_exception");
        });
    }

    @Test
    void everyFieldOfADocumentIsInTheMapping() throws Exception {
        assertThat(fields("/search/bookings.json")).containsAll(components(BookingDocument.class));
        assertThat(fields("/search/channel-messages.json")).containsAll(components(ChannelMessageDocument.class));
    }

    private void store(SearchDocument... documents) throws Exception {
        try (BatchStore<SearchDocument> store = new BulkStore(cluster.connect(), bookings, new Collected())) {
            store.store(List.of(documents));
        }
    }

    private String status(String id) throws Exception {
        try (ElasticsearchClient client = cluster.connect()) {
            JsonNode source = client.get(
                            request -> request.index(bookings.alias()).id(id), JsonNode.class)
                    .source();
            return source == null ? "" : source.path("status").asText();
        }
    }

    private static SearchDocument document(String id, long version, String status) {
        String json = "{\"id\":\"" + id + "\",\"status\":\"" + status + "\"}";
        return new SearchDocument(id, version, "event_journal", 1, version, Instant.EPOCH, bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> components(Class<? extends Record> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static List<String> fields(String resource) throws Exception {
        try (InputStream input = SearchIndex.class.getResourceAsStream(resource)) {
            List<String> names = new ArrayList<>();
            new ObjectMapper()
                    .readTree(input)
                    .path("mappings")
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(names::add);
            return names;
        }
    }

    private final class Collected implements BatchStore<DeadLetter> {

        @Override
        public void store(List<DeadLetter> batch) {
            refused.addAll(batch);
        }

        @Override
        public void close() {}
    }
}
