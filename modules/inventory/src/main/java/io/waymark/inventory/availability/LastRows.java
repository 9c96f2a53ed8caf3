package io.waymark.inventory.availability;

import io.waymark.runtime.journal.JournalRow;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The last of several events of each entity.
 *
 * <p>The driver joins a batch of upserts into one statement, and one statement cannot write a row twice.
 */
final class LastRows {

    private LastRows() {}

    static Collection<JournalRow> of(List<JournalRow> rows) {
        Map<String, JournalRow> last = new LinkedHashMap<>();
        rows.forEach(row -> last.put(row.persistenceId(), row));
        return last.values();
    }
}
