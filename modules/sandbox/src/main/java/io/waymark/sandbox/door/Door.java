package io.waymark.sandbox.door;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.waymark.channels.alpinebits.http.BasicCredentials;
import io.waymark.channels.alpinebits.xml.AlpineBitsXml;
import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.MessageLog;
import io.waymark.sandbox.fault.Dice;
import io.waymark.sandbox.fault.Fate;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The entrance of one channel: who is it, how does it go with this message today, and only then what it says. A message
 * or an answer that is lost is a connection that ends without a word.
 */
public final class Door implements HttpHandler {

    /** The user name under which the house comes. */
    public static final String HOUSE = "waymark";

    private final Channel channel;
    private final Desk desk;
    private final String password;
    private final InstantSource clock;
    private final AtomicLong second = new AtomicLong();
    private final AtomicLong inSecond = new AtomicLong();

    private Door(Channel channel, Desk desk, String password, InstantSource clock) {
        this.channel = channel;
        this.desk = desk;
        this.password = password;
        this.clock = clock;
    }

    /** The door of a channel, in its own protocol. */
    public static Door of(Channel channel, String password, InstantSource clock, AlpineBitsXml xml) {
        Desk desk = switch (channel.protocol()) {
            case ALPINEBITS -> new AlpineBitsDesk(channel.copy(), xml);
            case OTA -> new OtaDesk(channel.copy(), "/" + channel.name());
        };
        return new Door(channel, desk, password, clock);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Knock knock = Knock.of(exchange);
            if (channel.dice().faults().down()) {
                return;
            }
            if (!known(knock)) {
                send(exchange, Response.text(401, Map.of("WWW-Authenticate", "Basic"), "ERROR:who are you?"));
                return;
            }
            if (!desk.changes(knock)) {
                send(exchange, desk.carryOut(knock));
                return;
            }
            if (tooMany()) {
                Response wait = Response.text(429, Map.of("Retry-After", "1"), "ERROR:too many messages a second");
                log(knock, Fate.REFUSE, wait);
                send(exchange, wait);
                return;
            }
            meet(channel.dice().next(), knock, exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void meet(Fate fate, Knock knock, HttpExchange exchange) throws IOException, InterruptedException {
        switch (fate) {
            case ACCEPT -> answer(fate, knock, exchange, desk.carryOut(knock));
            case DELAY -> {
                Dice.pause(channel.dice().about(channel.dice().faults().delayMillis()));
                answer(fate, knock, exchange, desk.carryOut(knock));
            }
            case REORDER -> {
                Dice.pause(channel.dice().about(channel.dice().faults().holdMillis()));
                answer(fate, knock, exchange, desk.carryOut(knock));
            }
            case DUPLICATE -> {
                desk.carryOut(knock);
                answer(fate, knock, exchange, desk.carryOut(knock));
            }
            case LOSE_REQUEST -> log(knock, fate, Response.text(0, Map.of(), "lost on the way here"));
            case LOSE_ANSWER -> log(knock, fate, desk.carryOut(knock));
            case REFUSE -> answer(fate, knock, exchange, desk.refuse(knock, "not now"));
        }
    }

    private void answer(Fate fate, Knock knock, HttpExchange exchange, Response response) throws IOException {
        log(knock, fate, response);
        send(exchange, response);
    }

    private void log(Knock knock, Fate fate, Response response) {
        channel.log()
                .add(new MessageLog.Line(
                        clock.instant(), "received", desk.what(knock), fate, response.status(), response.detail()));
    }

    private boolean known(Knock knock) {
        return BasicCredentials.of(knock.header("Authorization"))
                .filter(given ->
                        given.username().equals(HOUSE) && given.password().equals(password))
                .isPresent();
    }

    private boolean tooMany() {
        int limit = channel.dice().faults().limitPerSecond();
        long now = clock.instant().getEpochSecond();
        if (second.getAndSet(now) != now) {
            inSecond.set(0);
        }
        return limit > 0 && inSecond.incrementAndGet() > limit;
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(response.status(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
    }
}
