package io.waymark.scenarios.stack;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one {@link RunningWaymark} of the run; it starts for the first of them and stops after the last. */
public final class WaymarkExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(WaymarkExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningWaymark.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(RunningWaymark.class, type -> RunningWaymark.start(), RunningWaymark.class);
    }
}
