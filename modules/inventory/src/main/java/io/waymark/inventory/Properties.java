package io.waymark.inventory;

import io.waymark.events.inventory.PropertyEvent.PropertyDefined;
import io.waymark.kernel.Ids;
import io.waymark.kernel.Tenant;
import io.waymark.runtime.entity.Origin;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Where other modules ask about houses. */
public interface Properties {

    /** The property as described now. */
    CompletionStage<Optional<PropertyDefined>> find(Tenant tenant, String propertyId);

    /** The property of this name, where the tenant has exactly one; from the read model. */
    CompletionStage<Optional<PropertyDefined>> named(Tenant tenant, String name);

    /** Describes a property; room types that the description leaves out stay. */
    CompletionStage<RoomTypes.Outcome> define(PropertyDefined description, Origin origin);

    /** The id of the tenant's property with this code. */
    static String id(Tenant tenant, String code) {
        return Ids.derived("prp", tenant.id(), code);
    }

    /** The id of the room type with this code in the property with that one. */
    static String roomTypeId(Tenant tenant, String propertyCode, String code) {
        return Ids.derived("rmt", tenant.id(), propertyCode, code);
    }
}
