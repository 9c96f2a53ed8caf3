package io.waymark.channels.alpinebits.rateplan;

import io.waymark.channels.alpinebits.xml.XmlElement;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days of the week; a day that is not mentioned is allowed. */
public record Weekdays(Set<DayOfWeek> allowed) {

    private static final List<String> NAMES = List.of("Mon", "Tue", "Weds", "Thur", "Fri", "Sat", "Sun");

    public Weekdays {
        allowed = Set.copyOf(allowed);
    }

    static @Nullable Weekdays of(@Nullable XmlElement element) {
        if (element == null) {
            return null;
        }
        Set<DayOfWeek> allowed = EnumSet.allOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Boolean.FALSE.equals(element.bool(NAMES.get(day.getValue() - 1)))) {
                allowed.remove(day);
            }
        }
        return new Weekdays(allowed);
    }

    XmlElement xml(String name) {
        XmlElement.Builder element = XmlElement.named(name);
        for (DayOfWeek day : DayOfWeek.values()) {
            element.with(NAMES.get(day.getValue() - 1), allowed.contains(day));
        }
        return element.build();
    }
}
