package io.waymark.inventory.property;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.inventory.Properties;
import io.waymark.inventory.RoomTypes.Outcome;
import io.waymark.inventory.property.Property.Defined;
import io.waymark.inventory.property.PropertyCommand.DefineProperty;
import io.waymark.kernel.Problem;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Entities;
import io.waymark.runtime.entity.Origin;
import io.waymark.runtime.entity.Reply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The port over the entities, and over the read model for what only a list can answer. */
public record PropertyEntities(Entities<Property, PropertyCommand> entities, PropertyList list) implements Properties {

    @Override
    public CompletionStage<Optional<PropertyDefined>> find(Tenant tenant, String propertyId) {
        return entities.read(tenant, propertyId).thenApply(reply -> switch (reply) {
            case Reply.Done<Property> done
            when done.state() instanceof Defined defined -> Optional.of(defined.description());
            case Reply.Done<Property> undefined -> Optional.empty();
            case Reply.Refused<Property> refused -> Optional.empty();
        });
    }

    @Override
    public CompletionStage<Optional<PropertyDefined>> named(Tenant tenant, String name) {
        return list.named(tenant, name);
    }

    @Override
    public CompletionStage<Outcome> define(PropertyDefined description, Origin origin) {
        return entities.ask(description.propertyId(), new DefineProperty(description), origin)
                .thenApply(reply -> switch (reply) {
                    case Reply.Done<Property> done -> new Outcome.Done();
                    case Reply.Refused<Property>(Problem problem, long revision) -> new Outcome.Refused(problem);
                });
    }
}
