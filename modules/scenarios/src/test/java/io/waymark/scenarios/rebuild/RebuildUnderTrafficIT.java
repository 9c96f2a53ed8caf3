package io.waymark.scenarios.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.api.ApiContract.Exchange;
import io.waymark.scenarios.stack.Command;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every read model and search are rebuilt while bookings are made and read: whoever asks with the token of a write finds it,
 * no count ever goes down, and in the end all copies agree with the journal.
 */
@ExtendWith(WaymarkExtension.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class RebuildUnderTrafficIT {

    private static final int ROOMS = 5_000;
    private static final int UNAVAILABLE = 503;
    private static final int MOST_TRIES = 20;

    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nobodyNoticesARebuild(RunningWaymark waymark) throws Exception {
        Hotel hotel = Hotel.open(waymark, waymark.admin(), "REBUILD", ROOMS);
        String before = searchIndices(waymark);
        int written;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> writer = threads.submit(() -> writeAndRead(waymark.admin(), hotel));
            Future<Integer> searcher = threads.submit(() -> search(waymark.admin(), hotel));
            Command.Outcome projections;
            Command.Outcome search;
            try {
                projections = waymark.waymark("rebuild", "projections");
                search = waymark.waymark("rebuild", "search");
            } finally {
                over.set(true);
            }
            assertThat(projections.exitCode()).as(projections.output()).isZero();
            assertThat(names(waymark))
                    .allSatisfy(name -> assertThat(projections.output()).contains(name + " is rebuilt and live"));
            assertThat(search.exitCode()).as(search.output()).isZero();
            assertThat(search.output()).contains("0 differ", "The new indices are live.");
            written = writer.get();
            assertThat(searcher.get()).isPositive();
        }

        assertThat(searchIndices(waymark)).isNotEqualTo(before).doesNotContain("000001");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(found(waymark.admin(), hotel)).isEqualTo(written));
        assertThat(waymark.waymark("verify", "--wait", "60"))
                .satisfies(outcome ->
                        assertThat(outcome.exitCode()).as(outcome.output()).isZero());
    }

    /** Sells a room at a time; each sale is in the list and in the calendar for whoever shows its token. */
    private int writeAndRead(ApiClient admin, Hotel hotel) {
        int sold = 0;
        while (!over.get()) {
            String id = "/v1/bookings/" + Ids.derived("bkg", hotel.tenant(), "rebuild", "" + sold);
            var booked = admin.put(id, hotel.booking(Hotel.OPENING, Hotel.OPENING.plusDays(1)))
                    .succeeded();
            assertThat(Hotel.status(booked)).isEqualTo("confirmed");
            sold++;
            var token = Map.of(
                    "Waymark-Position",
                    booked.headers().firstValue("Waymark-Position").orElseThrow());
            var days = ask(
                    admin,
                    "/v1/properties/%s/availability?from=%s&to=%s"
                            .formatted(hotel.id(), Hotel.OPENING, Hotel.OPENING.plusDays(1)),
                    token);
            assertThat(days.json().at("/roomTypes/0/days/0/sold").asInt()).isEqualTo(sold);
            var newest = ask(admin, "/v1/bookings?propertyId=" + hotel.id() + "&limit=1", token);
            assertThat("/v1/bookings/" + newest.json().at("/items/0/id").asText())
                    .isEqualTo(id);
        }
        return sold;
    }

    private int search(ApiClient admin, Hotel hotel) {
        int searches = 0;
        int most = 0;
        for (; !over.get(); searches++) {
            int found = found(admin, hotel);
            assertThat(found).isGreaterThanOrEqualTo(most);
            most = found;
        }
        return searches;
    }

    private static int found(ApiClient admin, Hotel hotel) {
        return ask(admin, "/v1/search/bookings?property=" + hotel.code() + "&limit=1", Map.of())
                .json()
                .path("total")
                .asInt();
    }

    /** A slow machine may answer that it has not caught up yet: then a client asks again, and may never be told wrong. */
    private static Exchange ask(ApiClient admin, String question, Map<String, String> token) {
        for (int tries = 1; tries < MOST_TRIES; tries++) {
            Exchange answer = admin.send("GET", question, new byte[0], token);
            if (answer.status() != UNAVAILABLE) {
                return answer.succeeded();
            }
        }
        return admin.send("GET", question, new byte[0], token).succeeded();
    }

    private static List<String> names(RunningWaymark waymark) throws Exception {
        try (Connection connection = waymark.owner();
                var select = connection.createStatement();
                ResultSet row = select.executeQuery("select distinct projection from projection_position")) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    private static String searchIndices(RunningWaymark waymark) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(waymark.settings().elasticsearchUrl() + "/waymark-*/_alias"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
