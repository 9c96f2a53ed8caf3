package io.waymark.http;

import io.waymark.runtime.entity.Sleepers;
import io.waymark.runtime.projection.Projection;
import java.util.List;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * What a started module hands to the application.
 *
 * @param commands its PUTs that a server asks for first; they are among the routes too
 * @param sleepers its entities that may owe a step
 * @param projections its read models
 */
public record ModuleParts(
        Route routes,
        CommandRoutes commands,
        List<? extends Sleepers> sleepers,
        List<? extends Projection> projections) {

    /** A module whose requests are all answered by its routes. */
    public ModuleParts(Route routes, List<? extends Sleepers> sleepers, List<? extends Projection> projections) {
        this(routes, new CommandRoutes(), sleepers, projections);
    }

    public ModuleParts {
        sleepers = List.copyOf(sleepers);
        projections = List.copyOf(projections);
    }
}
