package io.waymark.launcher.replay;

import io.waymark.launcher.replay.delivery.Account;
import java.time.Duration;
import java.time.LocalDate;

/**
 * How far a replay is.
 *
 * @param before how many messages were settled before this run began
 * @param total how many messages the file has
 * @param date the day of the business that is being told now
 * @param running how long this run has been sending
 */
public record ReplayProgress(Account account, int before, int total, LocalDate date, Duration running) {

    public double share() {
        return total == 0 ? 1 : (double) account.position() / total;
    }

    public double perSecond() {
        double seconds = running.toMillis() / 1_000.0;
        return seconds == 0 ? 0 : (account.position() - before) / seconds;
    }

    public boolean finished() {
        return account.position() == total;
    }
}
