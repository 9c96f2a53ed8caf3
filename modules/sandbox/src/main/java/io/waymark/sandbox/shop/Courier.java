package io.waymark.sandbox.shop;

import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.MessageLog;
import io.waymark.sandbox.fault.Dice;
import io.waymark.sandbox.fault.Fate;
import io.waymark.sandbox.shop.House.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;

/** Takes messages to the house over a bad road, as often as it needs until the house has said yes or no. */
final class Courier {

    private static final int MOST_ATTEMPTS = 3_000;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_PAUSE = Duration.ofMillis(200);

    private final Channel channel;
    private final House house;
    private final HttpClient client;
    private final InstantSource clock;

    Courier(Channel channel, House house, HttpClient client, InstantSource clock) {
        this.channel = channel;
        this.house = house;
        this.client = client;
        this.clock = clock;
    }

    /** The house's word; {@link Answer.Unclear} when it could not be had in the end. */
    Answer deliver(SaleMessage message) throws InterruptedException {
        Answer answer = new Answer.Unclear("never sent");
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Fate fate = channel.dice().next();
            answer = attempt(message, fate);
            channel.log()
                    .add(new MessageLog.Line(
                            clock.instant(),
                            "sent",
                            message.kind() + " " + message.saleId(),
                            fate,
                            0,
                            answer.toString()));
            if (!(answer instanceof Answer.Unclear)) {
                return answer;
            }
            Dice.pause(attempt < 3 ? PAUSE : LONG_PAUSE);
        }
        return answer;
    }

    private Answer attempt(SaleMessage message, Fate fate) throws InterruptedException {
        return switch (fate) {
            case ACCEPT -> send(message);
            case DELAY -> {
                Dice.pause(channel.dice().about(channel.dice().faults().delayMillis()));
                yield send(message);
            }
            case REORDER -> {
                Dice.pause(channel.dice().about(channel.dice().faults().holdMillis()));
                yield send(message);
            }
            case DUPLICATE -> {
                Answer first = send(message);
                Answer second = send(message);
                yield first instanceof Answer.Taken ? first : second;
            }
            case LOSE_REQUEST -> new Answer.Unclear("lost on the way");
            case LOSE_ANSWER -> {
                send(message);
                yield new Answer.Unclear("the answer was lost");
            }
            case REFUSE -> {
                Answer spoiled = send(message.spoiled());
                yield message.kind() == SaleMessage.Kind.CANCELLED
                        ? spoiled
                        : new Answer.Unclear("sent spoiled: " + spoiled);
            }
        };
    }

    private Answer send(SaleMessage message) throws InterruptedException {
        try {
            return house.answer(client.send(house.request(message), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            return new Answer.Unclear(e.getClass().getSimpleName());
        }
    }
}
