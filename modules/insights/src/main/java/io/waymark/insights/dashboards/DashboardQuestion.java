package io.waymark.insights.dashboards;

import io.waymark.http.ProblemException;
import io.waymark.insights.dashboards.Bucket.Period;
import io.waymark.insights.search.SearchParameters;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.pekko.http.javadsl.model.Query;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a dashboard.
 *
 * @param property id or code; none for all together
 * @param from none for a year before {@code to}
 * @param to exclusive; none for the day after today
 * @param bucket none for the finest that fits
 * @param compared whether with the year before
 */
record DashboardQuestion(
        Tenant tenant,
        DashboardKind kind,
        @Nullable String property,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Bucket bucket,
        boolean compared) {

    private static final int LONGEST_PROPERTY = 64;

    static DashboardQuestion parse(Tenant tenant, String dashboard, Query query) {
        DashboardKind kind = DashboardKind.named(dashboard)
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such dashboard."));
        Optional<String> compare = query.get("compare");
        if (compare.isPresent() && !compare.get().equals("year")) {
            throw ProblemException.invalid("compare", "takes year");
        }
        return new DashboardQuestion(
                tenant,
                kind,
                property(query),
                SearchParameters.date(query, "from").orElse(null),
                SearchParameters.date(query, "to").orElse(null),
                query.get("bucket").map(Bucket::parse).orElse(null),
                compare.isPresent());
    }

    static @Nullable String property(Query query) {
        Optional<String> property = query.get("property");
        if (property.isPresent() && property.get().length() > LONGEST_PROPERTY) {
            throw ProblemException.invalid("property", "takes at most " + LONGEST_PROPERTY + " characters");
        }
        return property.filter(text -> !text.isEmpty()).orElse(null);
    }

    Period period(LocalDate today) {
        LocalDate end = to == null ? today.plusDays(1) : to;
        return new Period(from == null ? end.minusYears(1) : from, end);
    }

    /** How the rows are cut; none where they are not over time. */
    @Nullable
    Bucket bucketOf(Period period) {
        if (!kind.overTime()) {
            return null;
        }
        if (kind == DashboardKind.REVENUE_BY_MONTH) {
            return Bucket.MONTH;
        }
        return bucket == null ? Bucket.fitting(period) : bucket;
    }
}
