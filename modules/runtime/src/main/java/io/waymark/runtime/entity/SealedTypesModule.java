package io.waymark.runtime.entity;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names the members of every sealed interface by their simple name, so domain types need no Jackson annotations. */
public final class SealedTypesModule extends Module {

    @Override
    public String getModuleName() {
        return "sealed-types";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.appendAnnotationIntrospector(new SealedTypes());
    }

    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
            return sealedRoot(type.getRawType())
                    .map(root -> JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, true))
                    .orElse(null);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated type) {
            Class<?> raw = type.getRawType();
            if (!raw.isSealed()) {
                return null;
            }
            return Arrays.stream(raw.getPermittedSubclasses())
                    .map(member -> new NamedType(member, member.getSimpleName()))
                    .toList();
        }

        @Override
        public @Nullable String findTypeName(com.fasterxml.jackson.databind.introspect.AnnotatedClass type) {
            return sealedRoot(type.getRawType())
                    .map(r -> type.getRawType().getSimpleName())
                    .orElse(null);
        }

        private static Optional<Class<?>> sealedRoot(Class<?> type) {
            if (type.isSealed() && type.isInterface()) {
                return Optional.of(type);
            }
            return Arrays.<Class<?>>stream(type.getInterfaces())
                    .filter(Class::isSealed)
                    .findFirst();
        }
    }
}
