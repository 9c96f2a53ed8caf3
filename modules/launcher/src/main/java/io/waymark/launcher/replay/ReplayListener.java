package io.waymark.launcher.replay;

import io.waymark.launcher.replay.source.RejectedRow;
import java.util.List;

/** Is told how a replay goes, a few times a second, from one thread at a time. */
public interface ReplayListener {

    /** The file was read; these rows of it are left out. */
    void read(String name, int reservations, List<RejectedRow> rejected);

    void progressed(ReplayProgress progress);
}
