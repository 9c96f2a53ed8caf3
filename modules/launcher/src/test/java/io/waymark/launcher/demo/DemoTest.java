package io.waymark.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.waymark.kernel.Ids;
import io.waymark.launcher.FlinkMode;
import io.waymark.launcher.Settings;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private final Secrets secrets = new Secrets(new SecureRandom(), () -> Instant.parse("2026-05-01T12:00:00Z"));

    @TempDir
    Path data;

    @Test
    void secretsAreMadeOnceAndAddressesFollowTheSettings() {
        Demo first = Demo.readOrMake(settings(8080), secrets);
        Demo second = Demo.readOrMake(settings(9090), secrets);

        assertThat(second.apiKeys()).isEqualTo(first.apiKeys());
        assertThat(second.tenant())
                .isEqualTo(first.tenant())
                .satisfies(id -> assertThat(Ids.valid("ten", id)).isTrue());
        assertThat(second.alpinebits().password()).isEqualTo(first.alpinebits().password());
        assertThat(second.consoleUrl()).isEqualTo("http://127.0.0.1:9090/#key=" + second.adminKey());
    }

    @Test
    void keysHaveTheFormThatNodesExpectAndNoTwoAreEqual() {
        Demo demo = Demo.readOrMake(settings(8080), secrets);

        assertThat(demo.apiKeys().values())
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("wmk_[0-9A-HJKMNP-TV-Z]{26}_[A-Za-z0-9_-]{43}"));
    }

    @Test
    void theFileIsForItsOwnerAlone() throws IOException {
        Settings settings = settings(8080);
        Demo.readOrMake(settings, secrets);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.demoFile())))
                .isEqualTo("rw-------");
    }

    @Test
    void theMasterKeyIsMadeOnce() {
        String first = MasterKey.readOrMake(settings(8080), secrets);

        assertThat(MasterKey.readOrMake(settings(8080), secrets)).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    }

    @Test
    void aLostMasterKeyIsNeverReplacedBesideItsData() throws IOException {
        Files.createDirectories(data.resolve("postgres"));

        assertThatThrownBy(() -> MasterKey.readOrMake(settings(8080), secrets))
                .isInstanceOf(ServerFailure.class)
                .hasMessageContaining("bring it back from a backup");
    }

    private Settings settings(int httpPort) {
        return new Settings(data, data, "127.0.0.1", httpPort, 2, 3, 4, 5, 6, FlinkMode.EMBEDDED);
    }
}
