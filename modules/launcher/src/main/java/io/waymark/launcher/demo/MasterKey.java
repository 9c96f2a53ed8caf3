package io.waymark.launcher.demo;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.Json;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code var/secrets/master.key}: made once. Without it no name, address or remark of a guest can be read any more, so it is
 * never made anew beside existing data.
 */
public final class MasterKey {

    private MasterKey() {}

    public static String readOrMake(Settings settings, Secrets secrets) {
        Path file = settings.secrets().resolve("master.key");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException e) {
            throw new ServerFailure("The master key %s cannot be read.".formatted(file), e);
        }
        if (Files.exists(settings.folder("postgres"))) {
            throw new ServerFailure(
                    "The master key %s is missing but its data are there: bring it back from a backup, or start over with "
                                    .formatted(file)
                            + "./waymark up --fresh, which deletes the data.");
        }
        String key = secrets.masterKey();
        Json.writeSecret(file, key + "\n");
        return key;
    }
}
