package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import io.waymark.events.EventJson;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Where Elasticsearch is. Its text never shows the key.
 *
 * @param apiKey encoded API key; none on a server that is open to its own machine only
 */
public record SearchCluster(String url, @Nullable String apiKey) implements Serializable {

    ElasticsearchClient connect() {
        return ElasticsearchClient.of(client -> {
            client.host(url).jsonMapper(new JacksonJsonpMapper(EventJson.MAPPER));
            return apiKey == null ? client : client.apiKey(apiKey);
        });
    }

    @Override
    public String toString() {
        return url;
    }
}
