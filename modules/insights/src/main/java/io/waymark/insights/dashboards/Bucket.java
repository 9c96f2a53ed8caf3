package io.waymark.insights.dashboards;

import com.fasterxml.jackson.annotation.JsonValue;
import io.waymark.http.ProblemException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How much time a row of a dashboard covers. */
enum Bucket {
    DAY,
    WEEK,
    MONTH;

    private static final int MOST_DAYS = 92;
    private static final int MOST_DAYS_IN_WEEKS = 400;

    /** The same day of the week a year earlier: 52 weeks. */
    static final int SAME_WEEKDAY_LAST_YEAR = 364;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Bucket parse(String text) {
        for (Bucket bucket : values()) {
            if (bucket.text().equals(text)) {
                return bucket;
            }
        }
        throw ProblemException.invalid("bucket", "takes day, week or month");
    }

    /** The finest that a chart of this period can show. */
    static Bucket fitting(Period period) {
        long days = period.days();
        return days <= MOST_DAYS ? DAY : days <= MOST_DAYS_IN_WEEKS ? WEEK : MONTH;
    }

    /** Names the row that begins on this day. */
    String key(LocalDate from) {
        return switch (this) {
            case DAY, WEEK -> from.toString();
            case MONTH -> YearMonth.from(from).toString();
        };
    }

    /** Names, of the row that began a year before this one, the row it is compared with. */
    String keyAYearLater(LocalDate from) {
        return switch (this) {
            case DAY, WEEK -> key(from.plusDays(SAME_WEEKDAY_LAST_YEAR));
            case MONTH -> YearMonth.from(from).plusYears(1).toString();
        };
    }

    Period aYearBefore(Period period) {
        return switch (this) {
            case DAY, WEEK -> period.earlier(SAME_WEEKDAY_LAST_YEAR);
            case MONTH -> period.aYearBefore();
        };
    }

    /**
     * Days.
     *
     * @param to exclusive
     */
    record Period(LocalDate from, LocalDate to) {

        static final int LONGEST = 1_100;

        Period {
            if (!from.isBefore(to)) {
                throw ProblemException.invalid("to", "must be after from");
            }
            if (ChronoUnit.DAYS.between(from, to) > LONGEST) {
                throw ProblemException.invalid("to", "may be at most " + LONGEST + " days after from");
            }
        }

        long days() {
            return ChronoUnit.DAYS.between(from, to);
        }

        Period earlier(int days) {
            return new Period(from.minusDays(days), to.minusDays(days));
        }

        /** The same dates of the year before; 29 February becomes the end of the month. */
        Period aYearBefore() {
            return new Period(from.minusYears(1), to.minusYears(1));
        }
    }
}
