package io.waymark.launcher.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.waymark.launcher.Settings;
import io.waymark.launcher.demo.Demo;
import io.waymark.launcher.demo.DemoAccess;
import io.waymark.launcher.demo.MasterKey;
import io.waymark.launcher.demo.SandboxChannel;
import io.waymark.launcher.demo.SandboxPassword;
import io.waymark.launcher.demo.Secrets;
import io.waymark.launcher.parts.Json;
import io.waymark.launcher.parts.PartKind;
import io.waymark.launcher.parts.PartSecrets;
import io.waymark.launcher.parts.Stack;
import io.waymark.launcher.scenario.ChannelsStory.Ending;
import io.waymark.launcher.scenario.ChannelsStory.Plan;
import io.waymark.servers.Folders;
import java.io.PrintWriter;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./waymark scenario channels}. */
@Command(
        name = "channels",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Two channels sell one hotel from their own copies of its availability, one by AlpineBits and one by JSON, while",
            "messages in both directions are lost, doubled, reordered and refused. In the end all three copies must be equal,",
            "nothing sold beyond capacity and allowance, and what channels sold must be what the house has sold.",
            "Exit code 0 when it is so, 1 otherwise."
        })
final class ChannelsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--messages", defaultValue = "10000", description = "In each direction. Default: 10,000.")
    private int messages;

    @Option(names = "--lost", defaultValue = "50", description = "Of a thousand messages or answers. Default: 50.")
    private int lost;

    @Option(names = "--doubled", defaultValue = "50", description = "Of a thousand. Default: 50.")
    private int doubled;

    @Option(names = "--reordered", defaultValue = "100", description = "Of a thousand. Default: 100.")
    private int reordered;

    @Option(names = "--refused", defaultValue = "20", description = "Of a thousand. Default: 20.")
    private int refused;

    @Option(names = "--seed", defaultValue = "1", description = "Of the dice. Default: 1.")
    private long seed;

    @Option(
            names = "--kill",
            description = "Kill the node at once when half of the messages have come, and start it again.")
    private boolean kill;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Override
    public Integer call() {
        Settings settings = Settings.ofThisProcess().beside("scenario");
        Folders.delete(settings.data());
        InstantSource clock = InstantSource.system();
        Secrets secrets = new Secrets(new SecureRandom(), clock);
        PartSecrets partSecrets =
                new PartSecrets(MasterKey.readOrMake(settings, secrets), SandboxPassword.readOrMake(settings, secrets));
        Ending ending;
        try (Stack stack = Stack.start(
                settings, 1, Set.of(PartKind.POSTGRES, PartKind.NODE, PartKind.SANDBOX), partSecrets, Map.of())) {
            Demo demo = Demo.readOrMake(settings, secrets);
            DemoAccess.grant(settings, demo);
            DemoAccess.grantSandbox(settings, demo, SandboxChannel.OF_A_SCENARIO, partSecrets.sandboxPassword());
            ending = story(settings, demo, partSecrets.sandboxPassword(), clock)
                    .play(new Plan(messages, lost, doubled, reordered, refused, seed), () -> {
                        if (kill) {
                            tell("killing node-1");
                            stack.kill("node-1");
                            stack.restart("node-1");
                        }
                    });
        }
        print(ending);
        return ending.good() ? 0 : 1;
    }

    private ChannelsStory story(Settings settings, Demo demo, String sandboxPassword, InstantSource clock) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Web house = new Web(client, settings.nodeUrl(1), "Bearer " + demo.adminKey());
        String manager = SandboxChannel.OF_A_SCENARIO.getFirst().name() + ":" + sandboxPassword;
        Web channelManager = new Web(
                client, settings.nodeUrl(1), "Basic " + Base64.getEncoder().encodeToString(manager.getBytes(UTF_8)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PracticeHotel hotel = new PracticeHotel(demo.tenant(), house, PracticeHotel.season(today));
        return new ChannelsStory(
                hotel,
                new PracticeChannels(hotel, new Web(client, settings.sandboxUrl(), null), clock, this::tell),
                channelManager,
                clock,
                this::tell);
    }

    private void tell(String line) {
        if (!json) {
            spec.commandLine().getOut().println(line);
            spec.commandLine().getOut().flush();
        }
    }

    private void print(Ending ending) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.text(Map.of("scenario", "channels", "good", ending.good(), "figures", ending)));
            return;
        }
        out.printf(
                "%,d messages in (%,d attempts), %,d out (%,d attempts) in %,d s%n",
                ending.inbound(),
                ending.inboundAttempts(),
                ending.outbound(),
                ending.outboundAttempts(),
                ending.seconds());
        out.printf("%,d sales refused because the room was gone or the message was spoiled%n", ending.refusedSales());
        out.printf(
                "%,d nights of %d copies: %,d differ, %,d oversold, %,d sold differently; settled after %,d ms%n",
                ending.nights(),
                3,
                ending.different(),
                ending.oversold(),
                ending.soldDifferently(),
                ending.settledAfterMillis());
        out.println(ending.good() ? "All is well." : "Something is wrong.");
    }
}
