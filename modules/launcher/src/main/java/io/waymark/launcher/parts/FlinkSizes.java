package io.waymark.launcher.parts;

import io.waymark.servers.Command;
import io.waymark.servers.ServerFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks Flink how large heap, direct memory and the rest of a process must be, as its own start scripts do. */
enum FlinkSizes {
    JOB_MANAGER("GET_JM_RESOURCE_PARAMS"),
    TASK_MANAGER("GET_TM_RESOURCE_PARAMS");

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String PROGRAM = "org.apache.flink.runtime.util.bash.BashJavaUtils";

    /** Stands before each line of the answer; everything else it prints is its log. */
    private static final String MARK = "BASH_JAVA_UTILS_EXEC_RESULT:";

    private static final int LINES = 2;

    private final String question;

    FlinkSizes(String question) {
        this.question = question;
    }

    /**
     * What Flink answers.
     *
     * @param options of the JVM
     * @param arguments that tell the process the same sizes
     */
    record Answer(List<String> options, List<String> arguments) {

        Answer {
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
        }

        static Answer of(String printed) {
            List<List<String>> lines = printed.lines()
                    .filter(line -> line.startsWith(MARK))
                    .map(line -> List.of(line.substring(MARK.length()).strip().split("\\s+")))
                    .toList();
            if (lines.size() != LINES) {
                throw new ServerFailure("Flink does not say what memory it needs:\n" + printed);
            }
            return new Answer(lines.getFirst(), lines.getLast());
        }
    }

    Answer ask(JavaProgram program, Path folder, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(question));
        words.addAll(arguments);
        Command.Outcome outcome = Command.of(program.running(PROGRAM, words)).run(folder, LIMIT);
        outcome.orFail("Flink cannot say what memory it needs");
        return Answer.of(outcome.output());
    }
}
