package io.waymark.http;

import io.waymark.kernel.Tenant;
import java.util.Set;

/**
 * Who is calling, and what they may do.
 *
 * @param actor as it stands in the journal, such as {@code key:key_…}
 * @param name for people
 */
public record Caller(Tenant tenant, String actor, String name, Set<Scope> scopes) {

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope);
    }
}
