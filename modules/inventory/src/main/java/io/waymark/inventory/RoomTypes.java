package io.waymark.inventory;

import io.waymark.kernel.Problem;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import java.util.concurrent.CompletionStage;

/** Where other modules ask for rooms. */
@FunctionalInterface
public interface RoomTypes {

    /**
     * Asks a room type of the origin's tenant.
     *
     * <p>A stage that fails means "unknown"; every command can be sent again, because a hold is known by its id.
     */
    CompletionStage<Outcome> ask(String roomTypeId, RoomTypeCommand command, Origin origin);

    /** What a room type answers. */
    sealed interface Outcome {

        /** The command has taken effect, now or before. */
        record Done() implements Outcome {}

        /** The rooms cannot be had. */
        record Unavailable(Shortage shortage) implements Outcome {}

        /** The command does not fit what the room type knows of the hold. */
        record Refused(Problem problem) implements Outcome {}

        static Outcome of(Problem problem) {
            return Shortage.in(problem).<Outcome>map(Unavailable::new).orElseGet(() -> new Refused(problem));
        }
    }

    /** The port over the entities themselves. */
    static RoomTypes over(Entities<RoomType, RoomTypeCommand> entities) {
        return (roomTypeId, command, origin) -> entities.ask(roomTypeId, command, origin)
                .thenApply(reply -> switch (reply) {
                    case Reply.Done<RoomType> done -> new Outcome.Done();
                    case Reply.Refused<RoomType>(Problem problem, long revision) -> Outcome.of(problem);
                });
    }
}
