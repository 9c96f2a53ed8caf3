package io.waymark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two JSON documents, field by field. */
final class Differences {

    private Differences() {}

    /**
     * One changed value.
     *
     * @param path JSON pointer (RFC 6901)
     * @param before absent where the field is new
     * @param after absent where the field is gone
     */
    record Change(
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    static List<Change> between(JsonNode before, JsonNode after) {
        List<Change> changes = new ArrayList<>();
        collect("", before, after, changes);
        return List.copyOf(changes);
    }

    private static void collect(String path, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> collect(path + "/" + escaped(name), before.path(name), after.path(name), changes));
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                collect(path + "/" + i, before.path(i), after.path(i), changes);
            }
        } else {
            changes.add(new Change(path, present(before), present(after)));
        }
    }

    private static @Nullable JsonNode present(JsonNode node) {
        return node instanceof MissingNode ? null : node;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
