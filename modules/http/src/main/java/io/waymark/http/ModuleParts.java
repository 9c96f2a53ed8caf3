package io.waymark.http;

import io.waymark.runtime.entity.Sleepers;
import io.waymark.runtime.projection.Projection;
import java.util.List;
import org.apache.pekko.http.javadsl.server.Route;

/**
 * What a started module hands to the application.
 *
 * @param sleepers its entities that may owe a step
 * @param projections its read models
 */
public record ModuleParts(Route routes, List<? extends Sleepers> sleepers, List<? extends Projection> projections) {

    public ModuleParts {
        sleepers = List.copyOf(sleepers);
        projections = List.copyOf(projections);
    }
}
