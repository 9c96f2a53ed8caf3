package io.waymark.sandbox.shop;

import io.waymark.sandbox.channel.Channel;
import io.waymark.sandbox.channel.Channel.Protocol;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** How sales are told to the house, in one protocol. */
interface House {

    /** What the house says. */
    sealed interface Answer {

        /** It has it. */
        record Taken() implements Answer {}

        /** It will not have it. */
        record Refused(String reason) implements Answer {}

        /** Nobody knows: tell it again. */
        record Unclear(String reason) implements Answer {}
    }

    HttpRequest request(SaleMessage message);

    Answer answer(HttpResponse<byte[]> response) throws IOException;

    static House of(Channel channel, HouseAddress address) {
        return channel.protocol() == Protocol.ALPINEBITS
                ? new AlpineBitsHouse(channel.name(), address)
                : new OtaHouse(channel.name(), address);
    }
}
