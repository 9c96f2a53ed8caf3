package io.waymark.launcher;

import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.SandboxPassword;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.PartSecrets;
import io.waymark.launcher.parts.Supervisor;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code up} runs behind the scenes; not for people. */
@Command(name = "supervise", hidden = true, description = "Starts all parts and brings back those that die.")
final class SuperviseCommand implements Callable<Integer> {

    @Option(names = "--nodes", required = true)
    private int nodes;

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess();
        InstantSource clock = InstantSource.system();
        Secrets secrets = new Secrets(new SecureRandom(), clock);
        PartSecrets partSecrets =
                new PartSecrets(MasterKey.readOrMake(settings, secrets), SandboxPassword.readOrMake(settings, secrets));
        return new Supervisor(settings, nodes, partSecrets, clock).run() ? 0 : 1;
    }
}
