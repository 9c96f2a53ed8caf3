package io.waymark.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.events.booking.BookingEvent.BookingConfirmed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCatalogTest {

    @Test
    void namesAndTypesLeadToEachOther() {
        EventCatalog catalog = EventCatalog.all();

        assertThat(catalog.name(new BookingConfirmed())).isEqualTo("booking.confirmed.v1");
        assertThat(catalog.type("booking.confirmed.v1")).contains(BookingConfirmed.class);
        assertThat(catalog.names())
                .isNotEmpty()
                .allMatch(name -> name.matches("(inventory|booking|channels)\\.[a-z]+(-[a-z]+)*\\.v[1-9][0-9]*"));
    }

    @Test
    void aMissingNameIsNoticedAtStart() {
        assertThatThrownBy(() -> new EventCatalog(List.of(Nameless.class))).hasMessageContaining("has no @EventName");
    }

    @Test
    void aDoubledNameIsNoticedAtStart() {
        assertThatThrownBy(() -> new EventCatalog(List.of(Twins.class))).hasMessageContaining("two events are called");
    }

    @Test
    void anEventOfNoContextCannotBeNamed() {
        assertThatThrownBy(() -> EventCatalog.all().name(new Nameless.One()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    sealed interface Nameless extends Event {
        record One() implements Nameless {}
    }

    sealed interface Twins extends Event {
        @EventName("test.twin.v1")
        record One() implements Twins {}

        @EventName("test.twin.v1")
        record Other() implements Twins {}
    }
}
