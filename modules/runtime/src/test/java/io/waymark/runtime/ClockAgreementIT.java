package io.waymark.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.runtime.cluster.ClockAgreement;
import io.waymark.runtime.database.Database;
import io.waymark.servers.testing.TestPostgres;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ClockAgreementIT {

    private static final InstantSource RIGHT = InstantSource.system();

    @Test
    void aNodeWhoseClockIsMinutesOffDoesNotStart() throws Exception {
        try (Database database =
                Database.open("test", new Database.Address(TestPostgres.freshDatabase(), "waymark", ""), 2)) {
            assertThatCode(() -> ClockAgreement.check(database, RIGHT)).doesNotThrowAnyException();
            assertThatThrownBy(() ->
                            ClockAgreement.check(database, () -> RIGHT.instant().plus(Duration.ofMinutes(5))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must be set");
            assertThatThrownBy(() ->
                            ClockAgreement.check(database, () -> RIGHT.instant().minus(Duration.ofMinutes(5))))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
