package io.waymark.launcher.replay.delivery;

import java.net.URI;

/**
 * The system that reservations are sent to, and as whom.
 *
 * @param apiKey for the property, its calendar, and what happens at the desk; needs the scope {@code history:backdate}
 * @param channel the channel connection that reservations arrive through
 */
public record ReplayTarget(URI baseUrl, String apiKey, Channel channel) {

    @Override
    public String toString() {
        return baseUrl + " as " + channel.name();
    }

    /**
     * A channel connection.
     *
     * @param name the connection's name with us, part of the ids of what it brings
     */
    public record Channel(String name, String userName, String password) {

        @Override
        public String toString() {
            return name;
        }
    }
}
