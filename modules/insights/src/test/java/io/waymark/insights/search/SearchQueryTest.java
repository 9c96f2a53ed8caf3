package io.waymark.insights.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.waymark.http.ProblemException;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchQueryTest {

    private static final Tenant TENANT = new Tenant(Ids.derived("ten", "ours"));

    @Property(tries = 200)
    void theTenantIsInEveryQueryWhateverIsTyped(
            @ForAll @StringLength(max = 60) String words, @ForAll @StringLength(min = 1, max = 60) String value) {
        JsonNode body = body(page(words, Map.of("channel", List.of(value))));

        assertThat(body.at("/query/bool/filter/0/term/tenant/value").asText()).isEqualTo(TENANT.id());
        assertThat(body.at("/post_filter/bool/filter/0/terms/channel/0").asText())
                .isEqualTo(value);
        assertThat(body.toString())
                .doesNotContain("query_string")
                .doesNotContain("script")
                .doesNotContain("regexp");
    }

    @Test
    void aFacetLeavesItsOwnFilterOut() {
        JsonNode body = body(page("", Map.of("channel", List.of("Direct"), "status", List.of("held"))));

        assertThat(body.at("/aggregations/channel/filter").toString())
                .contains("held")
                .doesNotContain("Direct");
        assertThat(body.at("/aggregations/status/filter").toString())
                .contains("Direct")
                .doesNotContain("held");
        assertThat(body.at("/aggregations/country/filter").toString()).contains("Direct", "held");
    }

    @Test
    void aNumberIsNotForgivenAsATypo() {
        assertThat(body(page("po-77120", Map.of())).at("/query").toString()).doesNotContain("fuzziness");
        assertThat(body(page("portugal", Map.of())).at("/query").toString()).contains("fuzziness");
    }

    @Test
    void wordsOfSpacesAreNone() {
        assertThat(body(page(" \u00a0 ", Map.of())).at("/query/bool").has("must"))
                .isFalse();
    }

    @Property
    void aCursorComesBack(@ForAll long number, @ForAll @StringLength(max = 30) String text) {
        Order order = SearchKind.BOOKED_LAST;
        String plain = text.replace("\u001f", "");
        List<FieldValue> values = List.of(FieldValue.of(number), FieldValue.of(plain));

        List<FieldValue> read = order.after(order.cursor(values));

        assertThat(read.getFirst().longValue()).isEqualTo(number);
        if (plain.chars().noneMatch(letter -> Character.isSurrogate((char) letter))) {
            assertThat(read.getLast().stringValue()).isEqualTo(plain);
        }
    }

    @Test
    void aCursorWithForeignValuesIsRefused() {
        String other = new Order("-booked", List.of(Order.Key.text("id"), Order.Key.text("id")))
                .cursor(List.of(FieldValue.of("x"), FieldValue.of("y")));

        assertThatThrownBy(() -> SearchKind.BOOKED_LAST.after(other)).isInstanceOf(ProblemException.class);
    }

    private static SearchRequest page(String words, Map<String, List<String>> filters) {
        Criteria criteria = new Criteria(words, filters, List.of(), SearchKind.BOOKED_LAST);
        return new SearchQuery(SearchKind.BOOKINGS, "waymark-", TENANT, criteria).page(null, 51);
    }

    private static JsonNode body(SearchRequest request) {
        try {
            return new ObjectMapper().readTree(JsonpUtils.toJsonString(request, new JacksonJsonpMapper()));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
