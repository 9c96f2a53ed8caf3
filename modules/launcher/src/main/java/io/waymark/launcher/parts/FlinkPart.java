package io.waymark.launcher.parts;

import io.waymark.servers.RecordedProcess;
import io.waymark.servers.ServerFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A process of a Flink cluster; Flink itself says how large its parts of memory are, by what its configuration allows.
 *
 * @param temporary where it keeps files while it runs; made when it is missing
 */
record FlinkPart(
        String name,
        PartKind kind,
        String url,
        List<String> needs,
        Path folder,
        JavaProgram program,
        FlinkSizes sizes,
        List<String> arguments,
        Path temporary)
        implements Part {

    FlinkPart {
        needs = List.copyOf(needs);
        arguments = List.copyOf(arguments);
    }

    @Override
    public Path log() {
        return program.log();
    }

    @Override
    public RecordedProcess start() {
        makeRoom();
        FlinkSizes.Answer answer = sizes.ask(program, folder, arguments);
        return program.with(answer.options())
                .start(
                        folder,
                        Stream.concat(arguments.stream(), answer.arguments().stream())
                                .toList());
    }

    private void makeRoom() {
        try {
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new ServerFailure("The folder %s cannot be made: %s.".formatted(temporary, e.getMessage()), e);
        }
    }
}
