package io.waymark.sandbox.door;

import io.waymark.channels.alpinebits.Action;
import io.waymark.channels.alpinebits.HotelReference;
import io.waymark.channels.alpinebits.OtaError;
import io.waymark.channels.alpinebits.Outcomes;
import io.waymark.channels.alpinebits.Request;
import io.waymark.channels.alpinebits.Violation;
import io.waymark.channels.alpinebits.freerooms.FreeRooms;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.CountType;
import io.waymark.channels.alpinebits.freerooms.FreeRooms.Scope;
import io.waymark.channels.alpinebits.handshake.Handshake;
import io.waymark.channels.alpinebits.http.Answer;
import io.waymark.channels.alpinebits.http.Call;
import io.waymark.channels.alpinebits.http.Envelope;
import io.waymark.channels.alpinebits.http.Opening;
import io.waymark.channels.alpinebits.rateplan.RatePlans;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.channels.alpinebits.xml.XmlElement;
import io.waymark.kernel.DateRange;
import io.waymark.sandbox.channel.Copy;
import io.waymark.sandbox.channel.Copy.Room;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The server side of AlpineBits HotelData 2020-10 as a portal has it: FreeRooms and RatePlans for its copy. */
final class AlpineBitsDesk implements Desk {

    private final Copy copy;
    private final Envelope envelope;

    AlpineBitsDesk(Copy copy, AlpineBitsXml xml) {
        this.copy = copy;
        this.envelope = new Envelope(xml, Envelope.LARGEST);
    }

    @Override
    public String what(Knock knock) {
        return switch (envelope.open(call(knock))) {
            case Opening.Ready ready -> ready.action().parameter();
            case Opening.Broken broken -> broken.action().parameter();
            case Opening.Closed closed -> "POST " + knock.path();
        };
    }

    @Override
    public boolean changes(Knock knock) {
        return true;
    }

    @Override
    public Response carryOut(Knock knock) {
        return switch (envelope.open(call(knock))) {
            case Opening.Closed closed ->
                response(closed.answer(), String.valueOf(closed.answer().reason()));
            case Opening.Broken broken ->
                document(
                        Outcomes.errors(broken.action(), broken.violations()),
                        broken.violations().getFirst().reason());
            case Opening.Ready ready -> carryOut(ready);
        };
    }

    @Override
    public Response refuse(Knock knock, String reason) {
        Action action = switch (envelope.open(call(knock))) {
            case Opening.Ready ready -> ready.action();
            case Opening.Broken broken -> broken.action();
            case Opening.Closed closed -> Action.FREE_ROOMS;
        };
        return document(Outcomes.errors(action, List.of(new Violation(OtaError.UNABLE_TO_PROCESS, reason))), reason);
    }

    private Response carryOut(Opening.Ready ready) {
        return switch (ready.request()) {
            case Request.Ping ping -> document(Handshake.answer(ping.document()), "handshake");
            case Request.PushFreeRooms push -> freeRooms(push.message());
            case Request.PushRatePlans push -> ratePlans(push.message());
            case Request.PushReservations other -> unknown(ready.action());
            case Request.ReadReservations other -> unknown(ready.action());
            case Request.AcknowledgeReservations other -> unknown(ready.action());
            case Request.PushInventory other -> unknown(ready.action());
            case Request.PushHotelInfo other -> unknown(ready.action());
            case Request.PullInventory other -> unknown(ready.action());
            case Request.PullHotelInfo other -> unknown(ready.action());
            case Request.PullBaseRates other -> unknown(ready.action());
        };
    }

    private Response freeRooms(FreeRooms message) {
        int set = 0;
        for (FreeRooms.Entry entry : message.entries()) {
            @Nullable Scope scope = entry.scope();
            if (scope != null && scope.roomTypeCode() != null) {
                copy.setRooms(
                        room(message.hotel(), scope.roomTypeCode()),
                        days(scope.start(), scope.end()),
                        entry.count(CountType.BOOKABLE),
                        0);
                set++;
            }
        }
        return document(Outcomes.success(Action.FREE_ROOMS, List.of()), set + " periods");
    }

    private Response ratePlans(RatePlans message) {
        long set = message.plans().stream()
                .mapToLong(plan -> AlpineBitsTerms.of(plan)
                        .set(copy, String.valueOf(message.hotel().code())))
                .sum();
        return document(Outcomes.success(Action.PUSH_RATE_PLANS, List.of()), set + " periods");
    }

    private static Response unknown(Action action) {
        return Response.text(
                400, Map.of("Content-Type", Answer.TEXT), "ERROR:" + action.parameter() + " is not for this server");
    }

    static Room room(HotelReference hotel, String roomType) {
        return new Room(String.valueOf(hotel.code()), roomType);
    }

    static DateRange days(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start == null || end == null) {
            throw new IllegalStateException("the rules want both days");
        }
        return new DateRange(start, end.plusDays(1));
    }

    private static Call call(Knock knock) {
        return new Call(
                knock.header("Content-Type"),
                knock.header("Content-Encoding"),
                knock.header("Accept-Encoding"),
                knock.header("X-AlpineBits-ClientProtocolVersion"),
                knock.body());
    }

    private static Response document(XmlElement document, String detail) {
        return response(Answer.document(document), detail);
    }

    private static Response response(Answer answer, String detail) {
        return new Response(answer.status(), Map.of("Content-Type", answer.contentType()), answer.body(), detail);
    }
}
