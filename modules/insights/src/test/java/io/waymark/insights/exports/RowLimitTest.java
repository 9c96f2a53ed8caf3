package io.waymark.insights.exports;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.stream.javadsl.Sink;
import org.apache.pekko.stream.javadsl.Source;
import org.apache.pekko.util.ByteString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RowLimitTest {

    private static final ActorSystem<Void> SYSTEM =
            ActorSystem.create(Behaviors.empty(), "rows", ConfigFactory.parseString("pekko.actor.provider=local"));

    @AfterAll
    static void stop() {
        SYSTEM.terminate();
    }

    @Test
    void asManyRowsAsAllowedAreAll() throws Exception {
        assertThat(written(3)).containsExactly("1", "2", "3");
    }

    @Test
    void theLastLineSaysThatThereIsMore() throws Exception {
        assertThat(written(2)).containsExactly("1", "2", "There are more rows; this file ends after 2 of them.\r\n");
    }

    private static List<String> written(int most) throws Exception {
        return ExportRoutes.lines(Source.from(List.of("1", "2", "3")), most)
                .map(ByteString::utf8String)
                .runWith(Sink.seq(), SYSTEM)
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }
}
