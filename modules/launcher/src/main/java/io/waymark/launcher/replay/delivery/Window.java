package io.waymark.launcher.replay.delivery;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the steps that are under way close together: none starts before every step {@code size} places ahead of it is done.
 *
 * <p>The account only ever covers an unbroken run of steps from the first, whatever the order in which they end.
 */
final class Window {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final @Nullable Outcome[] outcomes;
    private Account account;
    private boolean closed;

    Window(int size, Account account) {
        this.outcomes = new Outcome[size];
        this.account = account;
    }

    /** Waits until the step at this position may start; false where the window was closed meanwhile. */
    boolean awaitTurn(int position) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && position >= account.position() + outcomes.length) {
                moved.await();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /** The step at this position is done; the account moves on over all that are done by now. */
    void done(int position, Outcome outcome) {
        lock.lock();
        try {
            outcomes[position % outcomes.length] = outcome;
            for (Outcome next = atFront(); next != null; next = atFront()) {
                outcomes[account.position() % outcomes.length] = null;
                account = account.and(next);
            }
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets nothing start any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    Account account() {
        lock.lock();
        try {
            return account;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Outcome atFront() {
        return outcomes[account.position() % outcomes.length];
    }
}
