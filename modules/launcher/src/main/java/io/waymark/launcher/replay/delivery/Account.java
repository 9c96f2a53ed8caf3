package io.waymark.launcher.replay.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of all steps before {@code position}: none of them needs to be sent again.
 *
 * @param refusals the first of them, to be read by a person
 * @param witness a reservation that the system took: where it is unknown, this account is of another system
 */
public record Account(
        int position,
        long accepted,
        long repeated,
        long refused,
        List<Refusal> refusals,
        @Nullable String witness) {

    public static final Account EMPTY = new Account(0, 0, 0, 0, List.of(), null);

    private static final int MOST_REFUSALS = 200;

    public Account {
        refusals = List.copyOf(refusals);
    }

    Account and(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Accepted(var step) ->
                new Account(
                        position + 1,
                        accepted + 1,
                        repeated,
                        refused,
                        refusals,
                        step.reservation().remoteId());
            case Outcome.Repeated(var step) ->
                new Account(
                        position + 1,
                        accepted,
                        repeated + 1,
                        refused,
                        refusals,
                        step.reservation().remoteId());
            case Outcome.Refused(var step, var reason) ->
                new Account(position + 1, accepted, repeated, refused + 1, noting(Refusal.of(step, reason)), witness);
        };
    }

    private List<Refusal> noting(Refusal refusal) {
        if (refusals.size() == MOST_REFUSALS) {
            return refusals;
        }
        List<Refusal> longer = new ArrayList<>(refusals);
        longer.add(refusal);
        return longer;
    }
}
