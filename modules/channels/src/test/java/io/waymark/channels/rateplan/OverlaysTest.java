package io.waymark.channels.rateplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.waymark.events.channels.RatePlanEvent.Price;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OverlaysTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);

    @Property
    void everyNightHasTheNewestPriceThatCoversIt(@ForAll("prices") List<Price> sent) {
        List<Price> plan = List.of();
        for (Price price : sent) {
            plan = Overlays.prices(plan, List.of(price));
        }

        for (String room : List.of("A", "B")) {
            for (int i = 0; i < 60; i++) {
                LocalDate night = FIRST.plusDays(i);
                List<Price> expected = newest(sent, room, night);
                assertThat(covering(plan, room, night))
                        .extracting(Price::amount)
                        .containsExactlyElementsOf(
                                expected.stream().map(Price::amount).toList());
            }
        }
    }

    @Provide
    Arbitrary<List<Price>> prices() {
        return Combinators.combine(
                        Arbitraries.of("A", "B"),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(1, 19),
                        Arbitraries.longs().between(1, 9999))
                .as((room, from, nights, amount) -> new Price(
                        room,
                        new DateRange(FIRST.plusDays(from), FIRST.plusDays(from + nights)),
                        2,
                        false,
                        null,
                        null,
                        Money.of(amount, "EUR")))
                .list()
                .ofMaxSize(8);
    }

    private static List<Price> newest(List<Price> sent, String room, LocalDate night) {
        List<Price> covering = covering(sent, room, night);
        return covering.isEmpty() ? covering : List.of(covering.getLast());
    }

    private static List<Price> covering(List<Price> prices, String room, LocalDate night) {
        return new ArrayList<>(prices)
                .stream()
                        .filter(price -> price.roomTypeCode().equals(room)
                                && price.nights().contains(night))
                        .toList();
    }
}
