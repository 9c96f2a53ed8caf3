package io.waymark.http.server;

import io.waymark.kernel.Problem;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.http.javadsl.model.HttpResponse;

/** What a server asks for its answers. */
public interface Handler {

    /** Answers a request; called on a thread that serves many connections, so it must not wait. */
    CompletionStage<HttpResponse> answer(Request request);

    /** The time by which answers are dated. */
    Instant now();

    /** Says what was wrong where no request came of it, or no answer in time. */
    HttpResponse refusal(Problem problem);
}
