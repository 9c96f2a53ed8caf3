package io.waymark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.waymark.http.server.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.http.javadsl.server.AllDirectives;
import org.apache.pekko.http.javadsl.server.Route;
import org.junit.jupiter.api.Test;

/** A request whose answer never comes is told so in the same words as every other that has to be sent again. */
class TooLateIT extends AllDirectives {

    private static final Config HASTY = ConfigFactory.parseMap(
                    Map.of("pekko.actor.provider", "local", "waymark.http.answer-limit", "300 ms"))
            .withFallback(ConfigFactory.load());

    @Test
    void anAnswerThatNeverComesIsAProblemToo() throws Exception {
        ActorSystem<Void> system = ActorSystem.create(Behaviors.empty(), "late", HASTY);
        try {
            Route never = onSuccess(new CompletableFuture<String>(), this::complete);
            HttpServer server = HttpServer.start(
                            system,
                            "127.0.0.1",
                            0,
                            new OuterEdge(InstantSource.system()).server(system, List.of(), never))
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);

            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(answer.body()).contains("\"code\":\"unavailable\"", "Send the same request again");
        } finally {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get(20, TimeUnit.SECONDS);
        }
    }
}
