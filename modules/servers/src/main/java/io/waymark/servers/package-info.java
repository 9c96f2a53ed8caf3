/** PostgreSQL and Elasticsearch as real processes on this machine: the same servers for {@code up} and for every test. */
@NullMarked
package io.waymark.servers;

import org.jspecify.annotations.NullMarked;
