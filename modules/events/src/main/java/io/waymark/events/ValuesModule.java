package io.waymark.events;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.waymark.kernel.Tenant;

/** Values of the kernel that are one text, written and read as that text. */
public final class ValuesModule extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public ValuesModule() {
        super("waymark-values");
        addSerializer(Tenant.class, ToStringSerializer.instance);
        addDeserializer(Tenant.class, new Tenants());
    }

    private static final class Tenants extends FromStringDeserializer<Tenant> {

        private static final long serialVersionUID = 1L;

        Tenants() {
            super(Tenant.class);
        }

        @Override
        protected Tenant _deserialize(String value, DeserializationContext context) {
            return new Tenant(value);
        }
    }
}
