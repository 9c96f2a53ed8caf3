package io.waymark.pipeline.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.SearchStats;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.elasticsearch.indices.stats.IndexStats;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The concrete indices behind the aliases: one that is live, and while search is rebuilt one more, that is filled until it
 * takes the live one's place. What is under way is read from the cluster, so whoever comes after a kill knows it too.
 */
public final class SearchGenerations implements AutoCloseable {

    /** While an index is filled nobody looks at it. */
    private static final String SELDOM = "5s";

    /**
     * For the moment of the exchange: nothing new is shown by the index that goes, so nothing that was shown can be missing
     * in the one that comes. Bounded, so that after a kill at that moment search is late, but does not stand still.
     */
    private static final String HELD = "10s";

    private final ElasticsearchClient client;

    private SearchGenerations(ElasticsearchClient client) {
        this.client = client;
    }

    public static SearchGenerations of(SearchCluster cluster) {
        return new SearchGenerations(cluster.connect());
    }

    /** What an alias stands for, and what else there is of it: newer while it is filled, older once it was exchanged. */
    public record State(SearchIndex index, String live, Optional<String> newer, List<String> older) {}

    public State state(SearchIndex index) throws IOException {
        var behind = client.indices()
                .getAlias(request -> request.name(index.alias()))
                .aliases()
                .keySet();
        if (behind.size() != 1) {
            throw new IOException(index.alias() + " stands for " + behind + " instead of one index");
        }
        String live = behind.iterator().next();
        TreeSet<String> all = new TreeSet<>(client.indices()
                .get(request -> request.index(index.pattern()))
                .indices()
                .keySet());
        return new State(
                index, live, all.tailSet(live, false).stream().findFirst(), List.copyOf(all.headSet(live, false)));
    }

    /** An empty index for the generation after the live one. */
    public String create(State state) throws IOException {
        String name = state.index().after(state.live());
        client.indices().create(request -> request.index(name).settings(every(SELDOM)));
        return name;
    }

    /** Shows everything that was written. */
    public void refresh(String name) throws IOException {
        client.indices().refresh(request -> request.index(name));
    }

    /** Lets an index show what is new as seldom as can be, until {@link #show}. */
    public void hold(String name) throws IOException {
        client.indices().putSettings(request -> request.index(name).settings(every(HELD)));
    }

    /** Lets an index show what is new as often as its definition says. */
    public void show(SearchIndex index, String name) throws IOException {
        try (InputStream json = index.open()) {
            Time usual = Optional.ofNullable(IndexDefinition.settings(json).refreshInterval())
                    .orElseThrow(() -> new IOException(index.definition() + " does not say how often to refresh"));
            client.indices()
                    .putSettings(request -> request.index(name)
                            .settings(IndexSettings.of(settings -> settings.refreshInterval(usual))));
        }
    }

    /** Points all aliases from their live index to the newer one, at once. */
    public void exchange(List<State> states) throws IOException {
        List<Action> actions = new ArrayList<>();
        for (State state : states) {
            String alias = state.index().alias();
            String newer = state.newer().orElseThrow();
            actions.add(Action.of(action -> action.remove(
                    remove -> remove.index(state.live()).alias(alias).mustExist(true))));
            actions.add(Action.of(
                    action -> action.add(add -> add.index(newer).alias(alias).isWriteIndex(true))));
        }
        client.indices().updateAliases(request -> request.actions(actions));
    }

    /** How many searches, exports among them, still have the index open. */
    public long openSearches(String name) throws IOException {
        return Optional.ofNullable(client.indices()
                        .stats(request -> request.index(name))
                        .all()
                        .total())
                .map(IndexStats::search)
                .map(SearchStats::openContexts)
                .orElse(0L);
    }

    public void delete(String name) throws IOException {
        client.indices().delete(request -> request.index(name));
    }

    /** What can be found in an index now. */
    public SearchSnapshot snapshot(String name) throws IOException {
        return SearchSnapshot.of(client, name);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static IndexSettings every(String interval) {
        return IndexSettings.of(settings -> settings.refreshInterval(Time.of(time -> time.time(interval))));
    }
}
