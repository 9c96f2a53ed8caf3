package io.waymark.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.servers.testing.TestElasticsearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalElasticsearchIT {

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @AfterEach
    void stopWhatATestLeft() {
        LocalElasticsearch.stopIn(folder.resolve("home"));
    }

    @Test
    void keepsItsDocumentsOverARestartAndIsAdoptedWhileItRuns() throws Exception {
        LocalElasticsearch first = start(Ports.free());
        send(first.url(), "PUT", "/kept/_doc/1?refresh=true", "{\"x\": 42}");
        first.stop();

        LocalElasticsearch second = start(Ports.free());
        LocalElasticsearch adopted = start(second.url().getPort());

        assertThat(send(second.url(), "GET", "/kept/_doc/1", "")).contains("\"x\": 42");
        assertThat(adopted.pid()).isEqualTo(second.pid());
    }

    @Test
    void aTakenPortIsSaidWithTheSettingThatChoosesAnother() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(other.getLocalPort()))
                    .isInstanceOf(ServerFailure.class)
                    .hasMessageContaining("set WAYMARK_ES_PORT to a free port");
        }
    }

    @Test
    void saysWhoItIs() throws Exception {
        assertThat(send(TestElasticsearch.url(), "GET", "/", ""))
                .contains("\"number\":\"9.5.3\"", "You Know, for Search");
    }

    @Test
    void knowsTheTextAnalysisOfAFullElasticsearch() throws Exception {
        String index = TestElasticsearch.freshPrefix() + "text";
        send(TestElasticsearch.url(), "PUT", "/" + index, """
                {"settings": {"analysis": {
                   "filter": {
                     "beginnings": {"type": "edge_ngram", "min_gram": 2, "max_gram": 4},
                     "pieces": {"type": "ngram", "min_gram": 2, "max_gram": 2},
                     "stems": {"type": "stemmer", "language": "english"},
                     "folded": {"type": "asciifolding", "preserve_original": true}},
                   "analyzer": {
                     "beginning": {"tokenizer": "standard", "filter": ["lowercase", "asciifolding", "beginnings"]},
                     "piece": {"tokenizer": "keyword", "filter": ["lowercase", "pieces"]},
                     "stem": {"tokenizer": "standard", "filter": ["lowercase", "stems"]},
                     "both": {"tokenizer": "standard", "filter": ["folded"]}}}}}""");

        assertThat(tokens(index, "beginning", "Zürich")).contains("\"zu\"", "\"zur\"", "\"zuri\"");
        assertThat(tokens(index, "piece", "Abc")).contains("\"ab\"", "\"bc\"");
        assertThat(tokens(index, "stem", "bookings")).contains("\"book\"");
        assertThat(tokens(index, "both", "é")).contains("\"é\"", "\"e\"");
        assertThat(tokens(index, "english", "the cancelled rooms")).contains("\"cancel\"", "\"room\"");
    }

    private String tokens(String index, String analyzer, String text) throws Exception {
        String body = "{\"analyzer\": \"%s\", \"text\": \"%s\"}".formatted(analyzer, text);
        return send(TestElasticsearch.url(), "POST", "/" + index + "/_analyze?filter_path=tokens.token", body);
    }

    private LocalElasticsearch start(int port) {
        return LocalElasticsearch.start(folder.resolve("home"), port, folder.resolve("logs/elasticsearch.log"));
    }

    private String send(URI server, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve(path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return response.body();
    }
}
