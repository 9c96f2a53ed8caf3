package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import io.waymark.events.EventJson;
import java.io.Serializable;
import java.net.URI;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is. Its text never shows the key.
 *
 * @param apiKey encoded API key; none on a server that is open to its own machine only
 */
public record SearchCluster(String url, @Nullable String apiKey) implements Serializable {

    private static final Timeout CONNECT_LIMIT = Timeout.ofSeconds(10);

    /** Longer than a bulk takes on a server that has much to do; a server that is silent for longer is asked again. */
    private static final Timeout ANSWER_LIMIT = Timeout.ofSeconds(60);

    ElasticsearchClient connect() {
        Rest5ClientBuilder builder = Rest5Client.builder(URI.create(url))
                .setRequestConfigCallback(request -> request.setResponseTimeout(ANSWER_LIMIT))
                .setConnectionConfigCallback(connection ->
                        connection.setConnectTimeout(CONNECT_LIMIT).setSocketTimeout(ANSWER_LIMIT));
        if (apiKey != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey)});
        }
        return new ElasticsearchClient(
                new Rest5ClientTransport(builder.build(), new JacksonJsonpMapper(EventJson.MAPPER)));
    }

    @Override
    public String toString() {
        return url;
    }
}
