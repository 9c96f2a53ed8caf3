package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.xml.Values;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.kernel.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * OTA_HotelRatePlanRQ: which prices a client wants to know.
 *
 * @param start only prices of days from here on; null for all
 * @param end only prices of days until then; null for all
 * @param codes the rate plans; empty for all
 */
public record BaseRatesRequest(
        HotelReference hotel,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        List<String> codes) {

    public BaseRatesRequest {
        codes = List.copyOf(codes);
    }

    public static BaseRatesRequest of(XmlElement request) {
        XmlElement plan = request.only("RatePlans").only("RatePlan");
        @Nullable XmlElement range = plan.child("DateRange");
        List<String> codes = new ArrayList<>();
        for (XmlElement candidate : plan.all("RatePlanCandidates", "RatePlanCandidate")) {
            @Nullable String code = candidate.attribute("RatePlanCode");
            if (code != null) {
                codes.add(code);
            }
        }
        return new BaseRatesRequest(
                HotelReference.of(plan.child("HotelRef")),
                range == null ? null : Values.date(range.attribute("Start")),
                range == null ? null : Values.date(range.attribute("End")),
                codes);
    }

    /** The document by which one asks. */
    public XmlElement xml() {
        XmlElement.Builder plan = XmlElement.named("RatePlan");
        plan.add(XmlElement.named("DateRange")
                .with("Start", start)
                .with("End", end)
                .unlessEmpty());
        XmlElement.Builder candidates = XmlElement.named("RatePlanCandidates");
        codes.forEach(
                code -> candidates.add(XmlElement.named("RatePlanCandidate").with("RatePlanCode", code)));
        plan.add(candidates.unlessEmpty()).add(hotel.on(XmlElement.named("HotelRef")));
        return XmlElement.named(Action.PULL_BASE_RATES.requestRoot())
                .with("Version", Action.PULL_BASE_RATES.documentVersion())
                .add(XmlElement.named("RatePlans").add(plan))
                .build();
    }

    /** Whether some of these nights are asked for. */
    public boolean asksFor(DateRange nights) {
        return (end == null || !nights.from().isAfter(end)) && (start == null || start.isBefore(nights.to()));
    }

    /** Everything that is wrong with the request; empty where it can be answered. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>(hotel.violations());
        if (start != null && end != null && end.isBefore(start)) {
            found.add(Violation.dates("DateRange ends on " + end + ", before it starts on " + start));
        }
        return found;
    }
}
