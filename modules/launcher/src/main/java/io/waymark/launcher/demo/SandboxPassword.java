package io.waymark.launcher.demo;

import io.waymark.launcher.Settings;
import io.waymark.launcher.parts.Json;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code var/secrets/sandbox.password}: between the nodes and the channels to practise with, in both directions. */
public final class SandboxPassword {

    /** The environment variable that tells it to nodes and sandbox. */
    public static final String VARIABLE = "WAYMARK_SANDBOX_PASSWORD";

    private SandboxPassword() {}

    public static String readOrMake(Settings settings, Secrets secrets) {
        Path file = settings.secrets().resolve("sandbox.password");
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip();
            }
        } catch (IOException e) {
            throw new ServerFailure("The sandbox's password %s cannot be read.".formatted(file), e);
        }
        String password = secrets.password();
        Json.writeSecret(file, password + "\n");
        return password;
    }
}
