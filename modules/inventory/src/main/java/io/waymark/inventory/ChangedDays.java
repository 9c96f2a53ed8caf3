package io.waymark.inventory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Is told which dates can be sold otherwise than before, in the transaction that makes it so. */
@FunctionalInterface
public interface ChangedDays {

    /** For an inventory that nobody follows. */
    ChangedDays NOBODY = (connection, days) -> {};

    /** A date of a room type. */
    record ChangedDay(String tenant, String roomTypeId, LocalDate date) {}

    /** Takes note of the dates; each is in the list once. */
    void changed(Connection connection, List<ChangedDay> days) throws SQLException;
}
