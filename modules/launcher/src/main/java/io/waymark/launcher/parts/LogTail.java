package io.waymark.launcher.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The end of a log, where the reason of a failure stands. */
final class LogTail {

    private static final int READ_BYTES = 8 << 10;
    private static final int LINES = 12;

    private LogTail() {}

    static String of(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - READ_BYTES));
            byte[] end = new byte[READ_BYTES];
            int read = Math.max(0, file.read(end));
            List<String> lines =
                    new String(end, 0, read, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                    .map(LogTail::forEyes)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "(%s cannot be read)".formatted(log);
        }
    }

    /** Our own programs write a JSON document a line; what is none, such as half of one, is shown as it is. */
    private static String forEyes(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode document = Json.mapper().readTree(line);
            String cause = document.path("throwable").path("message").asText("");
            return document.path("level").asText() + " "
                    + document.path("formattedMessage").asText() + (cause.isEmpty() ? "" : " (" + cause + ")");
        } catch (JsonProcessingException e) {
            return line;
        }
    }
}
