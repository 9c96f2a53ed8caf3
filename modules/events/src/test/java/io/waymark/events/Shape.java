package io.waymark.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the event types promise, read off their record components. */
final class Shape {

    private Shape() {}

    /** Every record that can stand in an event of this type, itself first, each with its components. */
    static Map<Class<?>, List<RecordComponent>> records(Class<?> root) {
        Map<Class<?>, List<RecordComponent>> found = new LinkedHashMap<>();
        collect(root, found, new TreeMap<>());
        return found;
    }

    /** The constants of every enum of ours that can stand in an event of the types, by the enum's name. */
    static Map<String, List<String>> constants(Collection<Class<?>> roots) {
        Map<String, List<String>> found = new TreeMap<>();
        roots.forEach(root -> collect(root, new LinkedHashMap<>(), found));
        return found;
    }

    /** The optional fields of the type, {@code Record.field}. */
    static Set<String> optional(Class<?> root) {
        Set<String> names = new TreeSet<>();
        records(root).values().stream()
                .flatMap(List::stream)
                .filter(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .forEach(component -> names.add(name(component)));
        return names;
    }

    /** The optional fields that have a value somewhere in this event. */
    static Set<String> present(Object event) {
        Set<String> names = new TreeSet<>();
        collectPresent(event, names);
        names.retainAll(optional(event.getClass()));
        return names;
    }

    private static void collect(
            Type type, Map<Class<?>, List<RecordComponent>> records, Map<String, List<String>> constants) {
        if (type instanceof ParameterizedType list && Collection.class.isAssignableFrom((Class<?>) list.getRawType())) {
            collect(list.getActualTypeArguments()[0], records, constants);
        } else if (type instanceof ParameterizedType generic) {
            collect(generic.getRawType(), records, constants);
        } else if (type instanceof Class<?> plain && plain.isEnum() && ours(plain)) {
            List<String> names = new ArrayList<>();
            for (Object constant : plain.getEnumConstants()) {
                names.add(((Enum<?>) constant).name());
            }
            constants.put(plain.getSimpleName(), List.copyOf(names));
        } else if (type instanceof Class<?> plain && plain.isRecord() && !records.containsKey(plain)) {
            records.put(plain, List.of(plain.getRecordComponents()));
            for (RecordComponent component : plain.getRecordComponents()) {
                collect(component.getGenericType(), records, constants);
            }
        }
    }

    private static boolean ours(Class<?> type) {
        return type.getPackageName().startsWith("io.waymark");
    }

    private static void collectPresent(@Nullable Object value, Set<String> names) {
        if (value instanceof Collection<?> values) {
            values.forEach(each -> collectPresent(each, names));
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                @Nullable Object field = value(component, record);
                if (field != null) {
                    names.add(name(component));
                    collectPresent(field, names);
                }
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }
}
