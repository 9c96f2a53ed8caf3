package io.waymark.pipeline.jobs.rebuild;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the command that started this process shows: lines of its log that begin with a word for what they are. */
final class Report {

    private static final Logger LINES = LoggerFactory.getLogger("io.waymark.rebuild");

    /** Rows written, of those that there are. */
    void progressed(long rows, long all) {
        LINES.info("progress {} {}", rows, all);
    }

    void say(String sentence) {
        LINES.info("say {}", sentence);
    }

    void refuse(String sentence) {
        LINES.info("refuse {}", sentence);
    }
}
