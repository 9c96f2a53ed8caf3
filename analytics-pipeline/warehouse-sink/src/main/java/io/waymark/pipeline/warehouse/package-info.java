/**
 * The warehouse: a star schema in PostgreSQL, its migrations, the sinks that fill it by key, and the checks that its figures
 * hold together. Owns the schema; readers read.
 */
@NullMarked
package io.waymark.pipeline.warehouse;

import org.jspecify.annotations.NullMarked;
