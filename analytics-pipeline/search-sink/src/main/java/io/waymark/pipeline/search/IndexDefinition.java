package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.put_index_template.IndexTemplateMapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Settings and mappings of an index as its resource has them. */
final class IndexDefinition {

    private IndexDefinition() {}

    static IndexTemplateMapping read(InputStream json) {
        return IndexTemplateMapping.of(template -> template.withJson(json));
    }

    static IndexSettings settings(InputStream json) throws IOException {
        IndexSettings settings = Optional.ofNullable(read(json).settings())
                .orElseThrow(() -> new IOException("an index definition has no settings"));
        return Optional.ofNullable(settings.index()).orElse(settings);
    }
}
