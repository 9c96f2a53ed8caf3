package io.waymark.runtime.entity;

import java.util.Map;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.jspecify.annotations.Nullable;

/** Lets every line that is logged about a command carry the command's id, on whatever node and thread it is carried out. */
final class CommandLog {

    private CommandLog() {}

    @SuppressWarnings({"unchecked", "rawtypes"}) // a class literal cannot say what the messages are about
    static <S, C> Behavior<Message<S, C>> correlated(Behavior<Message<S, C>> entity) {
        Class<Message<S, C>> type = (Class) Message.class;
        return Behaviors.withMdc(type, CommandLog::of, entity);
    }

    private static <S, C> Map<String, String> of(Message<S, C> message) {
        if (message instanceof Message.Ask<S, C> ask) {
            @Nullable String trace = ask.origin().traceparent();
            String commandId = ask.origin().commandId();
            return trace == null
                    ? Map.of("commandId", commandId)
                    : Map.of("commandId", commandId, "traceparent", trace);
        }
        return Map.of();
    }
}
