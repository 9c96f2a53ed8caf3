package io.waymark.pipeline.jobs.rebuild;

import io.waymark.pipeline.jobs.rebuild.SearchRebuild.Wishes;
import io.waymark.pipeline.jobs.run.PipelineSettings;
import io.waymark.pipeline.search.SearchGenerations;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@code ./waymark rebuild search} runs, with the pipeline's environment; on Kubernetes, a job of the pipeline's image. */
public final class RebuildSearchJob {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildSearchJob.class);

    private RebuildSearchJob() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        Report report = new Report();
        int code = run(new Wishes(words.contains("--from-start"), words.contains("--accept-differences")), report);
        System.exit(code);
    }

    private static int run(Wishes wishes, Report report) {
        PipelineSettings settings = PipelineSettings.of(System.getenv());
        try (SearchGenerations generations = SearchGenerations.of(settings.search());
                RebuildLock lock = RebuildLock.take(settings.journal())) {
            new SearchRebuild(settings, generations, lock, report, InstantSource.system()).run(wishes);
            return 0;
        } catch (RebuildRefused e) {
            report.refuse(String.valueOf(e.getMessage()));
            return 1;
        } catch (Exception e) {
            LOG.error("Search could not be rebuilt.", e);
            report.refuse("Search could not be rebuilt: %s. Run it again to go on.".formatted(e));
            return 1;
        }
    }
}
