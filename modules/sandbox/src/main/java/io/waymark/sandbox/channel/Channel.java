package io.waymark.sandbox.channel;

import io.waymark.sandbox.fault.Dice;

/**
 * One channel: who it is, what it believes, how it misbehaves.
 *
 * @param name of its connection with the house, which is also its user name there
 */
public record Channel(String name, Protocol protocol, Copy copy, Dice dice, MessageLog log) {

    /** The language that a channel speaks. */
    public enum Protocol {
        ALPINEBITS("alpinebits"),
        OTA("ota");

        private final String text;

        Protocol(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public static Channel named(String name, Protocol protocol) {
        return new Channel(name, protocol, new Copy(), new Dice(), new MessageLog());
    }
}
