package io.waymark.launcher.scenario.faults;

import io.waymark.launcher.scenario.Web.Answered;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** How often the house has answered how: by status and, where it is a problem, its code. */
final class Answers {

    static final String NONE = "no answer";
    static final String UNAVAILABLE = "503 unavailable";

    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

    void add(Answered answer) {
        counts.computeIfAbsent(name(answer), unknown -> new AtomicLong()).incrementAndGet();
    }

    /** As of now. */
    Map<String, Long> counts() {
        Map<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> copy.put(name, count.get()));
        return copy;
    }

    /** Those of them that are neither a yes, nor a refusal of the caller, nor a clear "not now". */
    static Map<String, Long> unclear(Map<String, Long> counts) {
        Map<String, Long> unclear = new TreeMap<>(counts);
        unclear.keySet().removeIf(name -> !name.startsWith("5") || name.equals(UNAVAILABLE));
        return unclear;
    }

    /** What has come since an earlier count. */
    static Map<String, Long> since(Map<String, Long> before, Map<String, Long> now) {
        Map<String, Long> more = new TreeMap<>();
        now.forEach((name, count) -> {
            long difference = count - before.getOrDefault(name, 0L);
            if (difference > 0) {
                more.put(name, difference);
            }
        });
        return more;
    }

    private static String name(Answered answer) {
        if (answer.status() == 0) {
            return NONE;
        }
        String code = answer.good() ? "" : " " + answer.body().path("code").asText("without a code");
        return answer.status() + code;
    }
}
