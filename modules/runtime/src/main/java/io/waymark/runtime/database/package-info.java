/** Connections and migrations of the operational database. */
@NullMarked
package io.waymark.runtime.database;

import org.jspecify.annotations.NullMarked;
