package io.waymark.channels.status;

import io.waymark.channels.feed.Offers.Offered;
import io.waymark.channels.feed.SyncList;
import io.waymark.channels.sync.ChannelSync.Open;
import io.waymark.channels.sync.DayOffer;
import io.waymark.channels.sync.DayOffer.Terms;
import io.waymark.events.channels.ChannelSyncEvent.DivergedDate;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A room type on one channel as the API shows it. */
public final class SyncView {

    private SyncView() {}

    /** How it is between house and channel. */
    enum Status {
        IN_SYNC("in-sync"),
        BEHIND("behind"),
        SENDING("sending"),
        WAITING("waiting"),
        DIVERGED("diverged");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** What is worst decides: a difference, then trouble, then work left to do. */
        static Status of(SyncList.Entry entry) {
            if (entry.diverged() > 0) {
                return DIVERGED;
            }
            if (entry.lastFailure() != null) {
                return WAITING;
            }
            if (entry.underWay() > 0) {
                return SENDING;
            }
            return entry.waitingDates() > 0 ? BEHIND : IN_SYNC;
        }
    }

    /** The room type at a glance. */
    record Glance(
            String id,
            String connection,
            String propertyId,
            String hotelCode,
            String roomTypeId,
            String roomTypeCode,
            String status,
            long messages,
            long failures,
            @Nullable String lastFailure,
            @Nullable Instant retryAt,
            int waitingDates,
            @Nullable Instant waitingSince,
            int rejectedDates,
            @Nullable String rejection,
            int divergedDates,
            long divergences,
            @Nullable Instant divergedAt,
            @Nullable Instant acknowledgedAt) {}

    /** The room type day by day. */
    record Detail(
            String id, String connection, String hotelCode, String roomTypeCode, long messages, List<Date> days) {}

    /**
     * One date.
     *
     * @param offered rooms that the channel may sell now
     * @param acknowledged rooms that it acknowledged; null where it never did
     * @param reported what it said it has, where that was found to be something else and was not mended yet
     * @param inSync whether it knows what it may sell
     */
    record Date(
            LocalDate date,
            int offered,
            @Nullable Integer acknowledged,
            @Nullable Integer reported,
            boolean doubtful,
            @Nullable Money price,
            @Nullable Money acknowledgedPrice,
            boolean inSync) {}

    static Glance glance(SyncList.Entry entry) {
        return new Glance(
                entry.id(),
                entry.connection(),
                entry.propertyId(),
                entry.hotelCode(),
                entry.roomTypeId(),
                entry.roomTypeCode(),
                Status.of(entry).text,
                entry.messages(),
                entry.failures(),
                entry.lastFailure(),
                entry.retryAt(),
                entry.waitingDates(),
                entry.waitingSince(),
                entry.rejectedDates(),
                entry.rejection(),
                entry.diverged(),
                entry.divergences(),
                entry.divergedAt(),
                entry.acknowledgedAt());
    }

    static Detail detail(String id, Open open, Offered offered, DateRange dates) {
        Map<LocalDate, Integer> reported = open.diverged().stream()
                .collect(Collectors.toUnmodifiableMap(DivergedDate::date, DivergedDate::reported));
        return new Detail(
                id,
                open.mapping().connection(),
                open.mapping().hotelCode(),
                open.mapping().roomTypeCode(),
                open.number(),
                dates.dates()
                        .flatMap(date -> Optional.ofNullable(offered.days().get(date))
                                .map(offer -> date(open, date, offer, reported.get(date)))
                                .stream())
                        .toList());
    }

    private static Date date(Open open, LocalDate date, DayOffer offer, @Nullable Integer reported) {
        @Nullable Integer acknowledged = open.acknowledgedRooms().get(date);
        @Nullable Terms terms = open.acknowledgedTerms().get(date);
        boolean doubtful = open.doubtfulUntil(date) != null;
        return new Date(
                date,
                offer.rooms(),
                acknowledged,
                reported,
                doubtful,
                offer.terms() == null ? null : offer.terms().price(),
                terms == null ? null : terms.price(),
                !doubtful
                        && reported == null
                        && Objects.equals(acknowledged, offer.rooms())
                        && (offer.terms() == null || offer.terms().equals(terms)));
    }
}
