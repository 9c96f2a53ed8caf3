package io.waymark.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.http.Call;
import io.waymark.channels.alpinebits.http.Envelope;
import io.waymark.channels.alpinebits.http.Opening;
import io.waymark.channels.alpinebits.reservation.PlainBooking;
import io.waymark.channels.alpinebits.reservation.PushAnswer;
import io.waymark.channels.alpinebits.reservation.Reservation;
import io.waymark.channels.alpinebits.reservation.ReservationMapping;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlLimits;
import io.waymark.channels.alpinebits.xml.XmlText;
import io.waymark.events.EventJson;
import io.waymark.kernel.DateRange;
import io.waymark.kernel.Ids;
import io.waymark.launcher.replay.PartnerBooks.Content;
import io.waymark.launcher.replay.PartnerBooks.Entry;
import io.waymark.launcher.replay.PartnerBooks.Verdict;
import io.waymark.launcher.replay.delivery.ReplayTarget;
import io.waymark.launcher.replay.schedule.StepKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A partner's system on the other side of a bad line: it keeps its books well and answers badly.
 *
 * <p>It refuses before or after having done the work, breaks off, and does the work long after its client has given up.
 */
final class FaultyPartner implements AutoCloseable {

    static final String TENANT = "ten_00000000000000000000000000";
    static final String CONNECTION = "channel";

    /** Longer than the client of a test waits. */
    private static final long LATE_MILLIS = 400;

    private final boolean faulty;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong requests = new AtomicLong();
    private final Envelope envelope = new Envelope(new AlpineBitsXml(XmlLimits.STANDARD), Envelope.LARGEST);
    private final Map<String, JsonNode> properties = new TreeMap<>();
    final PartnerBooks books = new PartnerBooks();

    FaultyPartner(boolean faulty) throws IOException {
        this.faulty = faulty;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    ReplayTarget target() {
        return new ReplayTarget(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                "wmk_key",
                new ReplayTarget.Channel(CONNECTION, "user", "password"));
    }

    /** How many requests have arrived, those that were answered badly included. */
    long requests() {
        return requests.get();
    }

    @Override
    public void close() {
        server.stop(0);
        late.shutdownNow();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        long number = requests.incrementAndGet();
        if (!faulty) {
            answer(exchange, work(exchange, body));
        } else if (number % 7 == 0) {
            answer(exchange, Reply.problem(503, "unavailable"));
        } else if (number % 11 == 0) {
            work(exchange, body);
            answer(exchange, Reply.problem(503, "unavailable"));
        } else if (number % 13 == 0) {
            work(exchange, body);
            exchange.close();
        } else if (number % 101 == 0) {
            doLate(exchange, body);
        } else {
            answer(exchange, work(exchange, body));
        }
    }

    /** By then the client has asked again, and perhaps gone on. */
    private void doLate(HttpExchange exchange, byte[] body) {
        CountDownLatch done = new CountDownLatch(1);
        late.schedule(
                        () -> {
                            work(exchange, body);
                            done.countDown();
                            exchange.close();
                        },
                        LATE_MILLIS,
                        TimeUnit.MILLISECONDS)
                .isDone();
    }

    private Reply work(HttpExchange exchange, byte[] body) {
        String path = exchange.getRequestURI().getPath();
        try {
            if (path.equals("/alpinebits")) {
                return push(exchange, body);
            }
            return exchange.getRequestMethod().equals("GET")
                    ? read(path)
                    : write(exchange, path, EventJson.MAPPER.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply read(String path) {
        if (path.equals("/v1/me")) {
            ObjectNode me = object().put("tenant", TENANT);
            List.of("bookings:read", "bookings:write", "inventory:read", "inventory:write", "history:backdate")
                    .forEach(me.putArray("scopes")::add);
            return new Reply(200, me.toString());
        }
        if (path.startsWith("/v1/bookings/")) {
            return books.knows(path.substring("/v1/bookings/".length()))
                    ? new Reply(200, "{}")
                    : Reply.problem(404, "not-found");
        }
        if (path.endsWith("/availability")) {
            return new Reply(200, "{\"roomTypes\":[]}");
        }
        synchronized (properties) {
            JsonNode property = properties.get(path);
            return property == null ? Reply.problem(404, "not-found") : new Reply(200, property.toString());
        }
    }

    private Reply write(HttpExchange exchange, String path, JsonNode body) {
        if (path.endsWith("/calendar")) {
            String roomTypeId = path.split("/", -1)[3];
            body.path("changes")
                    .forEach(change -> books.offer(
                            roomTypeId,
                            range(change, "from", "to"),
                            change.path("capacity").asInt()
                                    + change.path("allowance").asInt()));
            return new Reply(200, "{}");
        }
        if (path.startsWith("/v1/properties/")) {
            synchronized (properties) {
                properties.put(path, body);
            }
            return new Reply(201, "{}");
        }
        String[] parts = path.split("/", -1);
        StepKind kind = kind(parts);
        Content content = kind == StepKind.BOOKED || kind == StepKind.CHANGED ? content(body) : null;
        Entry entry = new Entry(kind, occurredAt(exchange), content);
        return switch (books.carryOut(header(exchange, "Waymark-Command-Id"), parts[3], entry)) {
            case CREATED -> new Reply(201, "{}");
            case DONE -> new Reply(200, "{}");
            case UNKNOWN -> Reply.problem(404, "not-found");
            case SOLD_OUT -> Reply.problem(409, "sold-out");
        };
    }

    private Reply push(HttpExchange exchange, byte[] body) {
        Opening opening = envelope.open(new Call(
                header(exchange, "Content-Type"),
                header(exchange, "Content-Encoding"),
                null,
                header(exchange, "X-AlpineBits-ClientProtocolVersion"),
                body));
        if (!(opening instanceof Opening.Ready ready)
                || !(ready.request() instanceof Request.PushReservations(List<Reservation> reservations))) {
            return new Reply(400, "ERROR:" + opening);
        }
        List<PushAnswer.Result> results = new ArrayList<>();
        for (Reservation reservation : reservations) {
            results.add(new PushAnswer.Result(reservation.id(), refusal(exchange, reservation)));
        }
        return new Reply(200, new String(XmlText.document(new PushAnswer(results).xml()), StandardCharsets.UTF_8));
    }

    private @Nullable Violation refusal(HttpExchange exchange, Reservation reservation) {
        Entry entry = switch (reservation.status()) {
            case RESERVED -> new Entry(StepKind.BOOKED, occurredAt(exchange), content(reservation));
            case MODIFY -> new Entry(StepKind.CHANGED, occurredAt(exchange), content(reservation));
            case CANCELLED -> new Entry(StepKind.CANCELLED, occurredAt(exchange), null);
            case REQUESTED -> throw new IllegalArgumentException("a replay asks for no quotes");
        };
        String id = reservation.id().id();
        Verdict verdict = books.carryOut(
                id + reservation.status() + reservation.createdAt(), Ids.derived("bkg", TENANT, CONNECTION, id), entry);
        return switch (verdict) {
            case CREATED, DONE -> null;
            case UNKNOWN -> new Violation(OtaError.BOOKING_NOT_FOUND, "unknown");
            case SOLD_OUT -> new Violation(OtaError.NO_AVAILABILITY, "sold out");
        };
    }

    private static StepKind kind(String[] parts) {
        if (parts.length == 4) {
            return StepKind.BOOKED;
        }
        return switch (parts[4]) {
            case "changes" -> StepKind.CHANGED;
            case "cancellation" -> StepKind.CANCELLED;
            case "check-in" -> StepKind.ARRIVED;
            case "check-out" -> StepKind.DEPARTED;
            case "no-show" -> StepKind.NO_SHOW;
            default -> throw new IllegalArgumentException(parts[4]);
        };
    }

    private static Content content(JsonNode body) {
        JsonNode room = body.path("rooms").get(0);
        return new Content(
                room.path("roomTypeId").asText(),
                range(room, "arrival", "departure"),
                List.of(
                        room.path("adults").asInt(),
                        room.path("children").asInt(),
                        room.path("infants").asInt()),
                body.path("total").path("amountMinor").asLong(),
                text(room, "meal"),
                text(body, "country"),
                List.of(
                        body.path("channel").asText(),
                        body.path("market").asText(),
                        body.path("customerType").asText(),
                        body.path("depositType").asText(),
                        String.valueOf(text(body, "agent")),
                        String.valueOf(text(body, "company"))),
                body.path("specialRequests").asInt(),
                body.path("parkingSpaces").asInt(),
                text(body, "remarks"));
    }

    private static Content content(Reservation reservation) {
        String hotel = String.valueOf(reservation.hotel().code());
        PlainBooking booking = ReservationMapping.booking(reservation, hotel, CONNECTION);
        PlainBooking.Room room = booking.rooms().getFirst();
        return new Content(
                Ids.derived("rmt", TENANT, hotel, room.roomTypeCode()),
                new DateRange(room.arrival(), room.departure()),
                List.of(room.adults(), room.children(), room.infants()),
                booking.total().amountMinor(),
                room.meal(),
                booking.country(),
                List.of(
                        booking.sale().channel(),
                        String.valueOf(booking.sale().market()),
                        String.valueOf(booking.sale().customerType()),
                        String.valueOf(booking.terms().depositType()),
                        String.valueOf(booking.sale().agent()),
                        String.valueOf(booking.sale().company())),
                booking.specialRequests(),
                booking.parkingSpaces(),
                booking.remarks());
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }

    private static DateRange range(JsonNode node, String from, String to) {
        return new DateRange(
                LocalDate.parse(node.path(from).asText()),
                LocalDate.parse(node.path(to).asText()));
    }

    private static Instant occurredAt(HttpExchange exchange) {
        return Instant.parse(header(exchange, "Waymark-Occurred-At"));
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    private static ObjectNode object() {
        return EventJson.MAPPER.createObjectNode();
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private record Reply(int status, String body) {

        static Reply problem(int status, String code) {
            return new Reply(status, object().put("code", code).toString());
        }
    }
}
