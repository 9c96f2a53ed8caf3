package io.waymark.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as a class of the Kubernetes model and tells every field that the class does not have.
 *
 * <p>The model keeps what it does not know in {@code additionalProperties}, at every level, instead of refusing it: so parsing
 * alone finds no misspelling, and the whole tree has to be walked.
 */
final class StrictModel {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final String MODEL = "io.fabric8.";

    private StrictModel() {}

    /** What is wrong with it, each with its place. */
    static List<String> violations(JsonNode node, Class<?> type, String place) {
        try {
            List<String> unknown = new ArrayList<>();
            walk(JSON.treeToValue(node, type), place, unknown);
            return unknown;
        } catch (JsonProcessingException e) {
            return List.of(place + ": " + e.getOriginalMessage());
        }
    }

    private static void walk(Object value, String place, List<String> unknown) {
        if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), place + "[" + i + "]", unknown);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                if (inner != null) {
                    walk(inner, place + "." + key, unknown);
                }
            });
        } else if (value != null && value.getClass().getName().startsWith(MODEL)) {
            bean(value, place, unknown);
        }
    }

    private static void bean(Object bean, String place, List<String> unknown) {
        for (Method method : bean.getClass().getMethods()) {
            if (!method.getName().startsWith("get") || method.getParameterCount() != 0 || method.isSynthetic()) {
                continue;
            }
            Object value = value(bean, method);
            if (method.getName().equals("getAdditionalProperties") && value instanceof Map<?, ?> rest) {
                rest.keySet().forEach(name -> unknown.add(place + "." + name + ": no such field"));
            } else if (value != null && !method.getName().equals("getClass")) {
                walk(value, place + "." + name(method), unknown);
            }
        }
    }

    private static String name(Method getter) {
        String name = getter.getName().substring(3);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Object value(Object bean, Method getter) {
        try {
            return getter.invoke(bean);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter + " cannot be read", e);
        }
    }
}
