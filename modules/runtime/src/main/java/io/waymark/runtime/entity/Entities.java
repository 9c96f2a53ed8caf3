package io.waymark.runtime.entity;

import io.waymark.kernel.Tenant;
import java.util.concurrent.CompletionStage;

/**
 * Where the entities of one kind are asked something, wherever in the cluster they live.
 *
 * <p>A stage that fails with a timeout means "unknown": the command may have taken effect, and sending it again with the
 * same command id is safe.
 */
public interface Entities<S, C> {

    /** Sends a command; the tenant in the origin decides whose entity it is. */
    CompletionStage<Reply<S>> ask(String id, C command, Origin origin);

    /** The entity's state now; its empty state where nothing has happened to it. */
    CompletionStage<Reply<S>> read(Tenant tenant, String id);
}
