package io.waymark.insights.dashboards;

import io.waymark.http.ProblemException;
import io.waymark.insights.warehouse.NamedSql;
import io.waymark.kernel.ProblemCode;
import io.waymark.kernel.Tenant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The properties that a question is about, and when their today is.
 *
 * @param chosen the property that was named; none where all are meant
 * @param currency of their prices; none while nobody has said it
 * @param latest when the newest thing happened to a booking of the tenant, or now where nothing has
 */
record Portfolio(
        Tenant tenant,
        List<PropertySummary> properties,
        @Nullable PropertySummary chosen,
        @Nullable Currency currency,
        Instant latest) {

    private static final NamedSql PROPERTIES = NamedSql.resource("properties");
    private static final NamedSql LATEST = NamedSql.resource("latest");
    private static final NamedSql ROOMS = NamedSql.resource("rooms");

    Portfolio {
        properties = List.copyOf(properties);
    }

    /** All properties, or the one with this id or code. */
    static Portfolio load(Connection connection, Tenant tenant, @Nullable String property, Instant now)
            throws SQLException {
        List<PropertySummary> all = properties(connection, tenant);
        Instant latest = LATEST.with("tenant", tenant.id())
                .one(connection, row -> row.instant("latest"))
                .orElse(now);
        if (property == null) {
            return new Portfolio(tenant, all, null, oneCurrency(all), latest);
        }
        PropertySummary chosen = all.stream()
                .filter(one -> one.id().equals(property) || one.code().equals(property))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND, "There is no such property."));
        return new Portfolio(tenant, List.of(chosen), chosen, oneCurrency(List.of(chosen)), latest);
    }

    /** The property that was named, or else the first by code. */
    static Portfolio loadOne(Connection connection, Tenant tenant, @Nullable String property, Instant now)
            throws SQLException {
        if (property != null) {
            return load(connection, tenant, property, now);
        }
        Optional<PropertySummary> first =
                properties(connection, tenant).stream().findFirst();
        if (first.isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no property yet.");
        }
        return load(connection, tenant, first.get().id(), now);
    }

    /** The date of the newest thing that happened, where the properties are. */
    LocalDate today() {
        return LocalDate.ofInstant(latest, zone());
    }

    ZoneId zone() {
        return properties.stream()
                .findFirst()
                .map(property -> zone(property.timeZone()))
                .orElse(ZoneOffset.UTC);
    }

    List<String> ids() {
        return properties.stream().map(PropertySummary::id).toList();
    }

    /** The currency as a value for queries: nothing has the empty one. */
    String currencyCode() {
        return currency == null ? "" : currency.getCurrencyCode();
    }

    /** The property that was named, with its rooms on this day. */
    @Nullable
    PropertySummary summary(Connection connection, LocalDate date) throws SQLException {
        if (chosen == null) {
            return null;
        }
        int rooms = ROOMS.with("tenant", tenant.id())
                .with("property", chosen.id())
                .with("date", date)
                .one(connection, row -> row.number("rooms"))
                .orElse(0);
        return chosen.withRooms(rooms);
    }

    private static List<PropertySummary> properties(Connection connection, Tenant tenant) throws SQLException {
        return PROPERTIES
                .with("tenant", tenant.id())
                .all(
                        connection,
                        row -> new PropertySummary(
                                row.text("property_id"),
                                row.text("code"),
                                row.text("name"),
                                row.text("place"),
                                0,
                                row.text("currency"),
                                row.text("time_zone")));
    }

    private static @Nullable Currency oneCurrency(List<PropertySummary> properties) {
        List<String> codes = properties.stream()
                .map(PropertySummary::currency)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        if (codes.size() > 1) {
            throw ProblemException.invalid(
                    "property", "must be named: the properties' prices are in " + String.join(" and ", codes));
        }
        return codes.isEmpty() ? null : Currency.getInstance(codes.getFirst());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
