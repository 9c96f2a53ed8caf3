package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All documents of an index as they could be found at one moment, in the order of their ids; gone through once. */
public final class SearchSnapshot implements AutoCloseable {

    private static final int PAGE = 5_000;
    private static final int MOST_EXAMPLES = 5;
    private static final Time KEEP_ALIVE = Time.of(time -> time.time("5m"));

    private record Entry(String tenant, String id, long version) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            int byTenant = tenant.compareTo(other.tenant);
            return byTenant != 0 ? byTenant : id.compareTo(other.id);
        }
    }

    private final ElasticsearchClient client;
    private String pointInTime;
    private @Nullable List<FieldValue> after;
    private Iterator<Hit<Void>> page = List.<Hit<Void>>of().iterator();
    private boolean over;

    private SearchSnapshot(ElasticsearchClient client, String index) throws IOException {
        this.client = client;
        this.pointInTime = client.openPointInTime(open -> open.index(index).keepAlive(KEEP_ALIVE))
                .id();
    }

    private @Nullable Entry step() throws IOException {
        if (!page.hasNext() && !over) {
            turn();
        }
        if (!page.hasNext()) {
            return null;
        }
        Hit<Void> hit = page.next();
        Long version = hit.version();
        return new Entry(
                hit.sort().get(0).stringValue(), hit.sort().get(1).stringValue(), version == null ? 0 : version);
    }

    private void turn() throws IOException {
        var answer = client.search(
                search -> {
                    search.pit(pit -> pit.id(pointInTime).keepAlive(KEEP_ALIVE))
                            .size(PAGE)
                            .version(true)
                            .source(source -> source.fetch(false))
                            .sort(sort -> sort.field(by -> by.field("tenant").order(SortOrder.Asc)))
                            .sort(sort -> sort.field(by -> by.field("id").order(SortOrder.Asc)));
                    return after == null ? search : search.searchAfter(after);
                },
                Void.class);
        List<Hit<Void>> hits = answer.hits().hits();
        String renewed = answer.pitId();
        pointInTime = renewed == null ? pointInTime : renewed;
        over = hits.size() < PAGE;
        if (!hits.isEmpty()) {
            after = hits.getLast().sort();
        }
        page = hits.iterator();
    }

    /** What of all this the other index lacks now, or has in an older version. */
    public SearchDifferences missingIn(String index) throws IOException {
        long compared = 0;
        long differing = 0;
        List<String> examples = new ArrayList<>();
        try (SearchSnapshot others = of(client, index)) {
            @Nullable Entry other = others.step();
            for (@Nullable Entry entry = step(); entry != null; entry = step()) {
                while (other != null && other.compareTo(entry) < 0) {
                    other = others.step();
                }
                compared++;
                if (other == null || other.compareTo(entry) != 0 || other.version() < entry.version()) {
                    differing++;
                    if (examples.size() < MOST_EXAMPLES) {
                        examples.add(entry.tenant() + ":" + entry.id());
                    }
                }
            }
        }
        return new SearchDifferences(compared, differing, examples);
    }

    static SearchSnapshot of(ElasticsearchClient client, String index) throws IOException {
        return new SearchSnapshot(client, index);
    }

    @Override
    public void close() throws IOException {
        client.closePointInTime(close -> close.id(pointInTime));
    }
}
