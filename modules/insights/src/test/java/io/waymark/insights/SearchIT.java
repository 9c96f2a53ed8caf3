package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.waymark.runtime.projection.ConsistencyToken;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searching real documents in real indices of the pipeline's own mappings. */
class SearchIT {

    private final RunningInsights insights = RunningInsights.get();

    @Test
    void withoutWordsTheNewestComesFirst() {
        assertThat(references(insights.json("/v1/search/bookings")))
                .containsExactly("=cmd|'/c calc'!A0", "XA-1", "PO-77121", "PO-77120");
    }

    @ParameterizedTest
    @CsvSource({
        "germany,        2", // in any letter case
        "grmany,         2", // with a typo
        "germ,           2", // as the beginning of a word
        "casa portug,    1", // every word must fit, the last may be unfinished
        "portugal xa,    0",
        "po-7712,        2",
        "po-77120,       1", // a number that is almost right is wrong
        "double,         2",
        "!!!,            4", // nothing to look for
        "'casa ---',     4"
    })
    void wordsAreFound(String words, int found) {
        assertThat(search("q=" + encoded(words)).at("/total").asInt()).isEqualTo(found);
    }

    @Test
    void anExactReferenceComesFirst() {
        assertThat(references(search("q=po-77121")).getFirst()).isEqualTo("PO-77121");
        assertThat(search("q=" + Sample.booking(3)).at("/items/0/reference").asText())
                .isEqualTo("XA-1");
    }

    @Test
    void aFacetCountsWithTheFiltersOfAllOthers() {
        JsonNode answer = search("status=confirmed&channel=Direct");

        assertThat(answer.at("/total").asInt()).isEqualTo(1);
        // Its own filter is left out: both channels of confirmed bookings, all states of direct ones.
        assertThat(counts(answer, "channel")).containsExactlyInAnyOrder("Direct:1", "Online TA:1");
        assertThat(counts(answer, "status")).containsExactlyInAnyOrder("confirmed:1", "no-show:1");
        assertThat(counts(answer, "country")).containsExactly("PT:1");
        assertThat(answer.at("/facets/country/0/label").asText()).isEqualTo("Portugal");
    }

    @Test
    void filtersOfOneNameAreAlternatives() {
        assertThat(search("country=PT&country=IT").at("/total").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "arrivalFrom=2017-03-07&arrivalTo=2017-03-08, 2",
        "bookedTo=2017-02-02,                         2",
        "minTotal=24000&maxTotal=30000,               2",
        "roomType=SGL,                                2"
    })
    void rangesIncludeBothEnds(String filter, int found) {
        assertThat(search(filter).at("/total").asInt()).isEqualTo(found);
    }

    @Test
    void matchesAreMarkedAsPositions() {
        JsonNode mark = search("q=portugal").at("/items/0/highlights/countryName/0");

        assertThat(mark.at("/text").asText()).isEqualTo("Portugal");
        assertThat(mark.at("/marks/0/0").asInt()).isZero();
        assertThat(mark.at("/marks/0/1").asInt()).isEqualTo(8);
    }

    @Test
    void anUnfinishedOrMistypedWordIsMarkedToo() {
        assertThat(search("q=portu").at("/items/0/highlights/countryName/0/marks"))
                .isNotEmpty();
        assertThat(search("q=grmany").at("/items/0/highlights/countryName/0/marks"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"relevance", "booked", "-booked", "arrival", "-arrival", "total", "-total"})
    void pagesFollowEachOtherInEveryOrder(String sort) {
        List<String> walked = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = search("q=casa&limit=1&sort=" + sort + cursor);
            walked.addAll(references(page));
            assertThat(page.at("/total").asInt()).isEqualTo(4);
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
        } while (!cursor.isEmpty());

        assertThat(walked).isEqualTo(references(search("q=casa&sort=" + sort))).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=nonsense",
                "cursor=eyJhIjoxfQ",
                "sort=price",
                "status=unheard",
                "limit=0",
                "limit=201",
                "arrivalFrom=yesterday",
                "arrivalFrom=2017-03-02&arrivalTo=2017-03-01",
                "minTotal=1.5",
                "channel="
            })
    void whatMakesNoSenseIsRefused(String query) {
        HttpResponse<String> answer = insights.ask(RunningInsights.TENANT, "/v1/search/bookings?" + query);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(RunningInsights.tree(answer.body()).at("/code").asText()).isEqualTo("invalid");
    }

    @Test
    void theCursorOfOneOrderIsOfNoUseInAnother() {
        String cursor = search("limit=1&sort=total").at("/next").asText();

        assertThat(insights.ask(RunningInsights.TENANT, "/v1/search/bookings?sort=arrival&cursor=" + cursor)
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "tenant:*",
                "\" OR tenant:*",
                "{\"match_all\":{}}",
                "secret channel",
                "PO-77129",
                "_exists_:tenant",
                "\u0000\u0001\uE000",
                "/.*/",
                "%"
            })
    void nobodyFindsWhatIsAnothers(String words) {
        for (String query : List.of("q=" + encoded(words), "channel=" + encoded(words), "property=" + encoded(words))) {
            String answer = insights.ask(RunningInsights.TENANT, "/v1/search/bookings?" + query)
                    .body();
            assertThat(answer)
                    .doesNotContain("Secret")
                    .doesNotContain("PO-77129")
                    .doesNotContain("Exception");
        }
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/search/bookings/suggestions?q=" + encoded(words))
                        .body())
                .doesNotContain("Secret channel")
                .doesNotContain(Sample.booking(9));
    }

    @Test
    void aWordOfTwoHundredLettersIsStillAWord() {
        assertThat(search("q=" + "a".repeat(200)).at("/total").asInt()).isZero();
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/search/bookings?q=" + "a".repeat(201))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void suggestionsSayWhatTheyAre() {
        assertThat(suggestions("portu")).containsExactly("country:PT");
        assertThat(suggestions("onl")).containsExactly("channel:Online TA");
        assertThat(suggestions("cassa")).containsExactly("property:H1");
        assertThat(suggestions("dou")).containsExactly("roomType:DBL");
        assertThat(suggestions("po-7712")).contains("booking:" + Sample.booking(1), "booking:" + Sample.booking(2));
        assertThat(suggestions("secret")).isEmpty();
    }

    @Test
    void channelMessagesAreFoundNewestFirst() {
        JsonNode all = insights.json("/v1/search/channel-messages");
        assertThat(all.at("/items/0/id").asText()).isEqualTo("chm_2");
        assertThat(counts(all, "outcome")).containsExactlyInAnyOrder("success:1", "error:1");

        JsonNode found = insights.json("/v1/search/channel-messages?q=category%20sui&outcome=error");
        assertThat(found.at("/total").asInt()).isEqualTo(1);
        assertThat(found.at("/items/0/highlights/reason/0/text").asText()).isEqualTo("Unknown room category SUI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bookings", "bookings/suggestions?q=a", "channel-messages"})
    void everyAnswerSaysHowFreshItIs(String path) {
        JsonNode freshness = insights.json("/v1/search/" + path).at("/freshness");

        assertThat(freshness.at("/source").asText()).isEqualTo("search");
        assertThat(freshness.at("/lagMillis").asLong()).isNotNegative();
    }

    @Test
    void aSearchWaitsForTheWriteThatItMustSee() {
        String token = new ConsistencyToken("Booking", Sample.booking(1), 3).text();

        HttpResponse<String> answer = RunningInsights.send(
                insights.request(RunningInsights.TENANT, "/v1/search/bookings?q=po-77120")
                        .header("Waymark-Position", token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void aWriteThatNeverComesIsToldWithinSeconds() {
        String token = new ConsistencyToken("Booking", Sample.booking(1), 4).text();

        HttpResponse<String> answer = RunningInsights.send(
                insights.request(RunningInsights.TENANT, "/v1/search/bookings")
                        .header("Waymark-Position", token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private JsonNode search(String query) {
        return insights.json("/v1/search/bookings?" + query);
    }

    private List<String> suggestions(String words) {
        List<String> found = new ArrayList<>();
        insights.json("/v1/search/bookings/suggestions?q=" + encoded(words))
                .at("/items")
                .forEach(item -> found.add(
                        item.at("/kind").asText() + ":" + item.at("/value").asText()));
        return found;
    }

    private static List<String> references(JsonNode answer) {
        List<String> references = new ArrayList<>();
        answer.at("/items").forEach(item -> references.add(item.at("/reference").asText()));
        return references;
    }

    private static List<String> counts(JsonNode answer, String facet) {
        List<String> counts = new ArrayList<>();
        answer.at("/facets/" + facet)
                .forEach(value -> counts.add(
                        value.at("/value").asText() + ":" + value.at("/count").asInt()));
        return counts;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
