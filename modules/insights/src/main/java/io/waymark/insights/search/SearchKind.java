package io.waymark.insights.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import io.waymark.insights.warehouse.PipelineSink;
import java.util.List;

/**
 * One kind of document that can be searched.
 *
 * @param alias the index, without the installation's prefix
 * @param sink of the pipeline that keeps it
 * @param facets by which it is filtered and counted
 * @param fields of the document that a hit shows
 * @param marked fields in which the words are marked
 * @param identifiers fields whose whole value, typed as the words, puts a document first
 */
record SearchKind(
        String alias,
        PipelineSink sink,
        List<Facet> facets,
        List<String> fields,
        List<String> marked,
        List<String> identifiers) {

    static final SearchKind BOOKINGS = new SearchKind(
            "bookings",
            PipelineSink.SEARCHED_BOOKINGS,
            List.of(
                    Facet.of("status", "status", 20),
                    new Facet("property", "propertyCode", 50, "propertyName.keyword"),
                    Facet.of("channel", "channel", 50),
                    Facet.of("market", "market", 50),
                    new Facet("country", "country", 30, "countryName.keyword"),
                    Facet.of("roomType", "roomTypes", 50)),
            List.of(
                    "id",
                    "revision",
                    "status",
                    "propertyId",
                    "propertyCode",
                    "propertyName",
                    "channel",
                    "connection",
                    "reference",
                    "market",
                    "country",
                    "countryName",
                    "roomTypes",
                    "rooms",
                    "adults",
                    "children",
                    "infants",
                    "arrival",
                    "departure",
                    "nights",
                    "leadDays",
                    "total",
                    "agent",
                    "company",
                    "depositType",
                    "customerType",
                    "policyCode",
                    "bookedAt",
                    "updatedAt"),
            List.of(
                    "id",
                    "reference",
                    "status",
                    "propertyCode",
                    "propertyName",
                    "channel",
                    "market",
                    "country",
                    "countryName",
                    "roomTypes",
                    "agent",
                    "company",
                    "customerType",
                    "depositType",
                    "policyCode"),
            List.of("id", "reference"));

    static final SearchKind CHANNEL_MESSAGES = new SearchKind(
            "channel-messages",
            PipelineSink.SEARCHED_CHANNEL_MESSAGES,
            List.of(
                    Facet.of("outcome", "outcome", 10),
                    Facet.of("action", "action", 30),
                    Facet.of("connection", "connection", 50)),
            List.of(
                    "id",
                    "connection",
                    "action",
                    "direction",
                    "hotelCode",
                    "remoteIds",
                    "outcome",
                    "httpStatus",
                    "errorCode",
                    "reason",
                    "bytes",
                    "durationMicros",
                    "occurredAt",
                    "receivedAt",
                    "requestId"),
            List.of("id", "connection", "action", "hotelCode", "remoteIds", "errorCode", "reason"),
            List.of("id", "remoteIds", "requestId"));

    static final Order BOOKED_LAST = booked("-booked", SortOrder.Desc);

    static final Order NEWEST_MESSAGE =
            new Order("newest", List.of(Order.Key.number("receivedAt", SortOrder.Desc), Order.Key.text("id")));

    SearchKind {
        facets = List.copyOf(facets);
        fields = List.copyOf(fields);
        marked = List.copyOf(marked);
        identifiers = List.copyOf(identifiers);
    }

    /** The orders of bookings by the name that the parameter {@code sort} gives them. */
    static List<Order> bookingOrders() {
        return List.of(
                new Order(
                        "relevance",
                        List.of(Order.Key.score(), Order.Key.number("bookedAt", SortOrder.Desc), Order.Key.text("id"))),
                booked("booked", SortOrder.Asc),
                BOOKED_LAST,
                number("arrival", "arrival", SortOrder.Asc),
                number("-arrival", "arrival", SortOrder.Desc),
                number("total", "total.amountMinor", SortOrder.Asc),
                number("-total", "total.amountMinor", SortOrder.Desc));
    }

    private static Order booked(String name, SortOrder direction) {
        return number(name, "bookedAt", direction);
    }

    private static Order number(String name, String field, SortOrder direction) {
        return new Order(name, List.of(Order.Key.number(field, direction), Order.Key.text("id")));
    }
}
