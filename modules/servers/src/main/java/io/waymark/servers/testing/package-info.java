/** Servers for tests: one of each per JVM, started at the first use, with an empty database or index space for everyone. */
@NullMarked
package io.waymark.servers.testing;

import org.jspecify.annotations.NullMarked;
