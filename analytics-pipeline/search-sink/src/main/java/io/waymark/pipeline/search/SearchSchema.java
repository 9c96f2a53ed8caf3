package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.put_index_template.IndexTemplateMapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Makes templates, indices and aliases that are missing. Safe to run any number of times, and by several at once. */
public final class SearchSchema {

    private static final long PRIORITY = 200;
    private static final int BAD_REQUEST = 400;

    private final SearchCluster cluster;

    public SearchSchema(SearchCluster cluster) {
        this.cluster = cluster;
    }

    /** Returns whether an index was missing, which means that nothing of it is filled. */
    public boolean create(List<SearchIndex> indices) throws IOException {
        boolean missing = false;
        try (ElasticsearchClient client = cluster.connect()) {
            for (SearchIndex index : indices) {
                putTemplate(client, index);
                missing |= createIndex(client, index);
            }
        }
        return missing;
    }

    private static void putTemplate(ElasticsearchClient client, SearchIndex index) throws IOException {
        client.indices()
                .putIndexTemplate(request -> request.name(index.alias())
                        .indexPatterns(index.pattern())
                        .priority(PRIORITY)
                        .template(definition(index)));
    }

    private static IndexTemplateMapping definition(SearchIndex index) {
        try (InputStream json = index.open()) {
            return IndexDefinition.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean createIndex(ElasticsearchClient client, SearchIndex index) throws IOException {
        if (client.indices().existsAlias(request -> request.name(index.alias())).value()) {
            return false;
        }
        try {
            client.indices()
                    .create(request ->
                            request.index(index.first()).aliases(index.alias(), alias -> alias.isWriteIndex(true)));
        } catch (ElasticsearchException e) {
            // Another job was faster.
            boolean exists = e.status() == BAD_REQUEST
                    && "resource_already_exists_exception".equals(e.error().type());
            if (!exists) {
                throw e;
            }
        }
        return true;
    }
}
