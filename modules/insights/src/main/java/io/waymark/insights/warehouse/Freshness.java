package io.waymark.insights.warehouse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;

/**
 * How far behind the journal an answer's source is.
 *
 * @param asOf everything that was written to the journal until then is in the answer
 */
public record Freshness(Instant asOf, long lagMillis, Source source) {

    /** What the answer was made from. */
    public enum Source {
        @JsonProperty("search")
        SEARCH,
        @JsonProperty("warehouse")
        WAREHOUSE
    }

    static Freshness at(Instant asOf, Instant now, Source source) {
        return new Freshness(asOf, Math.max(0, Duration.between(asOf, now).toMillis()), source);
    }
}
