package io.waymark.telemetry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which documented path a request was for; everything else is one and the same, however many addresses are tried. */
public final class RoutePatterns {

    /** The pattern of requests that the API does not document, such as those for the console's files. */
    public static final String UNDOCUMENTED = "other";

    private static final Pattern PATH = Pattern.compile("(?m)^  (/\\S*):\\s*$");
    private static final char SLASH = '/';

    /** One step of all paths that begin alike. */
    private static final class Step {

        private final Map<String, Step> fixed = new HashMap<>();
        private @Nullable Step variable;
        private String end = "";
        private @Nullable String pattern;
    }

    private final Step root = new Step();

    private RoutePatterns(List<String> paths) {
        paths.forEach(this::add);
    }

    /** The paths that an OpenAPI document describes: the keys of its {@code paths}, two blanks deep. */
    public static RoutePatterns ofOpenApi(String yaml) {
        int begin = yaml.indexOf("\npaths:");
        int end = yaml.indexOf("\ncomponents:");
        Matcher keys = PATH.matcher(yaml).region(Math.max(begin, 0), end < begin ? yaml.length() : end);
        List<String> paths = new ArrayList<>();
        while (keys.find()) {
            paths.add(keys.group(1));
        }
        return new RoutePatterns(paths);
    }

    /** The pattern that this path fits, such as {@code /v1/bookings/{bookingId}}. */
    public String of(String path) {
        Step step = root;
        int begin = 1;
        while (begin <= path.length()) {
            int slash = path.indexOf(SLASH, begin);
            int end = slash < 0 ? path.length() : slash;
            String segment = path.substring(begin, end);
            @Nullable Step next = step.fixed.get(segment);
            if (next == null && step.variable != null && segment.endsWith(step.variable.end)) {
                next = step.variable;
            }
            if (next == null) {
                return UNDOCUMENTED;
            }
            step = next;
            begin = end + 1;
        }
        return step.pattern == null ? UNDOCUMENTED : step.pattern;
    }

    private void add(String pattern) {
        Step step = root;
        for (String segment : pattern.substring(1).split("/", -1)) {
            step = segment.startsWith("{")
                    ? variable(step, segment)
                    : step.fixed.computeIfAbsent(segment, name -> new Step());
        }
        step.pattern = pattern;
    }

    private static Step variable(Step step, String segment) {
        @Nullable Step known = step.variable;
        if (known != null) {
            return known;
        }
        Step next = new Step();
        next.end = segment.substring(segment.indexOf('}') + 1);
        step.variable = next;
        return next;
    }
}
