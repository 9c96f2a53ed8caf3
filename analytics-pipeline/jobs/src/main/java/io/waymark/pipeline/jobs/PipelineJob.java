package io.waymark.pipeline.jobs;

import io.waymark.pipeline.jobs.PipelineEnds.SearchEnds;
import io.waymark.pipeline.jobs.PipelineEnds.WarehouseEnds;
import io.waymark.pipeline.jobs.run.PipelineRun;
import io.waymark.pipeline.jobs.run.PipelineSettings;
import io.waymark.pipeline.search.SearchDocument;
import io.waymark.pipeline.search.SearchIndex;
import io.waymark.pipeline.search.SearchSchema;
import io.waymark.pipeline.search.SearchStore;
import io.waymark.pipeline.source.ChannelMessageTable;
import io.waymark.pipeline.source.JournalTable;
import io.waymark.pipeline.source.TailSettings;
import io.waymark.pipeline.source.TailSource;
import io.waymark.pipeline.stream.BatchSettings;
import io.waymark.pipeline.stream.BatchStoreFactory;
import io.waymark.pipeline.stream.BatchingSink;
import io.waymark.pipeline.stream.Positioned;
import io.waymark.pipeline.warehouse.QualitySink;
import io.waymark.pipeline.warehouse.Warehouse;
import io.waymark.pipeline.warehouse.WarehouseSchema;
import java.io.IOException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Runs the pipeline. By itself it brings a small Flink cluster of its own; given to a cluster in application mode, with
 * {@code WAYMARK_FLINK_MODE=cluster}, it runs there.
 */
public final class PipelineJob {

    private static final int SPLITS_OF_A_WHOLE_TABLE = 1;

    private final PipelineSettings settings;

    PipelineJob(PipelineSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        PipelineSettings settings = PipelineSettings.of(System.getenv());
        PipelineJob job = new PipelineJob(settings);
        boolean empty = job.prepare();
        new PipelineRun(settings, empty).execute(job::addTo);
    }

    /** Makes the tables and indices that are missing; returns whether any was, so that it has to be filled. */
    boolean prepare() throws IOException {
        boolean emptyWarehouse = WarehouseSchema.migrate(settings.warehouse());
        boolean emptySearch = new SearchSchema(settings.search()).create(SearchIndex.all(settings.indexPrefix()));
        return emptyWarehouse || emptySearch;
    }

    void addTo(StreamExecutionEnvironment environment) {
        new JournalPipeline(ends()).addTo(environment);
        new QualityPatrol(settings.qualityEvery(), new QualitySink(settings.warehouse())).addTo(environment);
    }

    private PipelineEnds ends() {
        Warehouse warehouse = new Warehouse(settings.warehouse());
        return new PipelineEnds(
                new TailSource<>(settings.journal(), new JournalTable(), TailSettings.DEFAULT),
                new TailSource<>(
                        settings.journal(),
                        new ChannelMessageTable(),
                        TailSettings.DEFAULT.withSplits(SPLITS_OF_A_WHOLE_TABLE)),
                new WarehouseEnds(
                        sink("warehouse-bookings", warehouse.bookings()),
                        sink("warehouse-properties", warehouse.properties()),
                        sink("warehouse-inventory", warehouse.inventory()),
                        sink("warehouse-channel-messages", warehouse.channelMessages()),
                        sink("warehouse-dead-letters", warehouse.deadLetters())),
                new SearchEnds(
                        searchSink("search-bookings", SearchIndex.bookings(settings.indexPrefix())),
                        searchSink("search-channel-messages", SearchIndex.channelMessages(settings.indexPrefix())),
                        searchSink("search-names", SearchIndex.names(settings.indexPrefix()))));
    }

    private BatchingSink<SearchDocument> searchSink(String name, SearchIndex index) {
        return sink(
                name,
                BatchSettings.NEWEST_ONLY,
                new SearchStore(settings.search(), index, new Warehouse(settings.warehouse()).deadLetters()));
    }

    private <T extends Positioned> BatchingSink<T> sink(String name, BatchStoreFactory<T> store) {
        return sink(name, BatchSettings.DEFAULT, store);
    }

    private <T extends Positioned> BatchingSink<T> sink(
            String name, BatchSettings batches, BatchStoreFactory<T> store) {
        return new BatchingSink<>(name, batches, store, new Warehouse(settings.warehouse()).progress());
    }
}
