package io.waymark.http;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** Dates and instants as texts only: Jackson would also guess at numbers and lists of numbers. */
final class TextTimes extends SimpleModule {

    private static final long serialVersionUID = 1L;

    TextTimes() {
        super("waymark-text-times");
        addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse));
        addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse));
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, _valueClass, "not of this form");
            }
        }
    }
}
