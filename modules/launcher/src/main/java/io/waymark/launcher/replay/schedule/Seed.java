package io.waymark.launcher.replay.schedule;

import io.waymark.kernel.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Numbers that look drawn by chance and are always the same for the same reservation and purpose. */
record Seed(String remoteId) {

    /** A number from 0 to {@code bound} exclusive. */
    int below(int bound, String purpose) {
        byte[] digest = Ids.sha256((remoteId + "\n" + purpose).getBytes(StandardCharsets.UTF_8));
        return (int) Long.remainderUnsigned(ByteBuffer.wrap(digest).getLong(), bound);
    }
}
