package io.waymark.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user a server runs as. PostgreSQL and Elasticsearch refuse root, so for root it is {@code nobody}, through
 * {@code setpriv}; for everyone else it is the user himself.
 *
 * <p>Below a closed folder such as {@code /root} even files of its own are out of reach for {@code nobody}. Then, and only
 * then, the process is given the right to pass closed folders, the least of two capabilities that this machine allows.
 */
final class ServerUser {

    private static final String NAME = "nobody";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final List<List<String>> RIGHTS =
            List.of(List.of(), right("dac_read_search"), right("dac_override"));

    private final List<String> prefix;
    private final boolean changed;

    private ServerUser(List<String> prefix, boolean changed) {
        this.prefix = prefix;
        this.changed = changed;
    }

    /** The user for a server that must reach all these existing files and folders. */
    static ServerUser reaching(Path... paths) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerUser(List.of(), false);
        }
        String group = identity("-g");
        for (List<String> rights : RIGHTS) {
            ServerUser user = new ServerUser(words(group, rights), true);
            if (Stream.of(paths).allMatch(user::reaches)) {
                return user;
            }
        }
        throw new ServerFailure(
                "The servers run as user %s, who cannot reach %s: set WAYMARK_DATA and WAYMARK_CACHE to folders open to all."
                        .formatted(NAME, List.of(paths)));
    }

    /** The words that start {@code program} as this user. */
    List<String> command(List<String> program) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(program);
        return words;
    }

    List<String> command(String... program) {
        return command(List.of(program));
    }

    /** Gives a folder with all it holds, or a file, to this user. */
    void own(Path path) {
        if (changed) {
            Command.of("chown", "-R", NAME + ":" + identity("-g"), path.toString())
                    .run(parent(path), LIMIT)
                    .orFail("The folder of a server cannot be given to user " + NAME);
        }
    }

    /** Makes an empty log file that the server may write to, keeping an old one. */
    void ownLog(Path log) {
        try {
            Files.createDirectories(parent(log));
            if (!Files.exists(log)) {
                Files.createFile(log);
            }
        } catch (IOException e) {
            throw new ServerFailure("The log file %s cannot be made.".formatted(log), e);
        }
        own(log);
    }

    private boolean reaches(Path path) {
        return Command.of(command("test", "-r", path.toString()))
                .run(Path.of("/"), LIMIT)
                .succeeded();
    }

    /** The capability, kept over the change of user and counted by access(2), which servers ask before they open a file. */
    private static List<String> right(String capability) {
        return List.of("--inh-caps=+" + capability, "--ambient-caps=+" + capability, "--securebits=+no_setuid_fixup");
    }

    private static List<String> words(String group, List<String> rights) {
        List<String> words =
                new ArrayList<>(List.of("setpriv", "--reuid=" + NAME, "--regid=" + group, "--clear-groups"));
        words.addAll(rights);
        return List.copyOf(words);
    }

    private static String identity(String option) {
        Command.Outcome outcome = Command.of("id", option, NAME).run(Path.of("/"), LIMIT);
        outcome.orFail("This machine has no user " + NAME + " for the servers to run as");
        return outcome.output();
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }
}
