package io.waymark.insights.forecasts;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waymark.forecast.DemandSeries;
import io.waymark.http.ProblemException;

/** The series by the names that the API and the warehouse know them by. */
enum ForecastSeries {
    @JsonProperty("arrivals")
    ARRIVALS("arrivals", DemandSeries.ARRIVALS),
    @JsonProperty("rooms")
    ROOMS("rooms", DemandSeries.ROOMS);

    private final String text;
    private final DemandSeries counted;

    ForecastSeries(String text, DemandSeries counted) {
        this.text = text;
        this.counted = counted;
    }

    String text() {
        return text;
    }

    DemandSeries counted() {
        return counted;
    }

    static ForecastSeries parse(String text) {
        return switch (text) {
            case "arrivals" -> ARRIVALS;
            case "rooms" -> ROOMS;
            default -> throw ProblemException.invalid("series", "takes arrivals or rooms");
        };
    }
}
