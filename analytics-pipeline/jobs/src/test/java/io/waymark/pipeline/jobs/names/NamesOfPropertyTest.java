package io.waymark.pipeline.jobs.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.events.EventJson;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.warehouse.PropertyChange;
import io.waymark.pipeline.warehouse.PropertyChange.RoomType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.junit.jupiter.api.Test;

class NamesOfPropertyTest {

    @Test
    void aPropertyAndItsRoomTypesAreOfferedByNameAndFilteredByCode() throws IOException {
        assertThat(contents(names(1, "Casa Uno")))
                .extracting(
                        name -> name.path("kind").asText(),
                        name -> name.path("text").asText(),
                        name -> name.path("value").asText())
                .containsExactly(tuple("property", "Casa Uno", "H1"), tuple("roomType", "Double", "DBL"));
    }

    @Test
    void anotherNameTakesThePlaceOfTheOneBefore() {
        SearchDocument before = names(1, "Casa Uno").getFirst();
        SearchDocument after = names(2, "Casa Due").getFirst();

        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isGreaterThan(before.version());
    }

    private static List<SearchDocument> names(long version, String name) {
        List<SearchDocument> documents = new ArrayList<>();
        new NamesOfProperty()
                .flatMap(
                        new PropertyChange(
                                7,
                                8,
                                Instant.EPOCH,
                                "ten_1",
                                "prp_1",
                                version,
                                "H1",
                                name,
                                null,
                                "EUR",
                                "Europe/Lisbon",
                                List.of(new RoomType("rmt_1", "DBL", "Double", 2))),
                        new ListCollector<>(documents));
        return documents;
    }

    private static List<JsonNode> contents(List<SearchDocument> documents) throws IOException {
        List<JsonNode> contents = new ArrayList<>();
        for (SearchDocument document : documents) {
            contents.add(EventJson.MAPPER.readTree(document.json()));
        }
        return contents;
    }
}
