package io.waymark.http;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.pekko.Done;
import org.apache.pekko.http.javadsl.model.HttpEntity;
import org.apache.pekko.http.javadsl.model.RequestEntity;
import org.apache.pekko.http.scaladsl.model.EntityStreamSizeException;
import org.apache.pekko.stream.Materializer;
import org.apache.pekko.util.ByteString;

/**
 * The body of a request, read to its end before anything is answered: a client reads its answer only once all is
 * sent, and a connection with unread bytes is reset before the answer is seen.
 */
public final class Body {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Beyond this the connection is closed instead. */
    private static final long WORTH_DROPPING = 64L << 20;

    private Body() {}

    /**
     * The bytes of the body, or empty where there are more than allowed; fails with a timeout when they do not come
     * within ten seconds.
     */
    public static CompletionStage<Optional<byte[]>> read(
            RequestEntity entity, long largest, Materializer materializer) {
        if (entity instanceof HttpEntity.Strict strict) {
            return CompletableFuture.completedFuture(atMost(largest, strict.getData()));
        }
        OptionalLong length = entity.getContentLengthOption();
        if (length.isPresent() && length.getAsLong() > WORTH_DROPPING) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return entity.withSizeLimit(WORTH_DROPPING)
                .getDataBytes()
                .completionTimeout(LIMIT)
                .runFold(
                        ByteString.emptyByteString(),
                        (read, next) -> read.size() > largest ? read : read.concat(next),
                        materializer)
                .thenApply(read -> atMost(largest, read))
                .exceptionallyCompose(failure -> failure instanceof EntityStreamSizeException
                                || failure.getCause() instanceof EntityStreamSizeException
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : CompletableFuture.failedFuture(failure));
    }

    /** Ends when nothing of the body is left to come, whether somebody read it or nobody did; never fails. */
    static CompletionStage<Done> finished(RequestEntity entity, Materializer materializer) {
        return read(entity, 0, materializer).handle((read, alreadyReadOrBroken) -> Done.getInstance());
    }

    private static Optional<byte[]> atMost(long largest, ByteString bytes) {
        return bytes.size() > largest ? Optional.empty() : Optional.of(bytes.toArray());
    }
}
