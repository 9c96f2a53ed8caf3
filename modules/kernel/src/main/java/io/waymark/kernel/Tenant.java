package io.waymark.kernel;

/** Whose data it is: {@code ten_…}. Part of every entity id, so a wrong tenant meets an empty entity. */
public record Tenant(String id) {

    public Tenant {
        if (!Ids.valid("ten", id)) {
            throw new IllegalArgumentException("not a tenant id: " + id);
        }
    }

    /** The id of one of this tenant's entities, {@code ten_x:bkg_y}. */
    public String entity(String id) {
        return this.id + ":" + id;
    }

    @Override
    public String toString() {
        return id;
    }
}
