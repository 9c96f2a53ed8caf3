package io.waymark.booking.api;

import io.waymark.http.Call;
import io.waymark.runtime.database.Database;
import java.sql.PreparedStatement;
import java.util.concurrent.CompletionStage;

/** Records who opens whose personal data, before it is opened. */
public final class GuestOpenings {

    private final Database database;

    public GuestOpenings(Database database) {
        this.database = database;
    }

    CompletionStage<Integer> record(Call call, String bookingId, String subject) {
        return database.async(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into guest_opening (tenant, booking_id, subject, actor, request_id)
                    values (?, ?, ?, ?, ?)""")) {
                insert.setString(1, call.tenant().id());
                insert.setString(2, bookingId);
                insert.setString(3, subject);
                insert.setString(4, call.caller().actor());
                insert.setString(5, call.id());
                return insert.executeUpdate();
            }
        });
    }
}
