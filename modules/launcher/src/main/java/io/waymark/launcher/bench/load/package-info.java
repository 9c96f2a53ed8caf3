/** Load on a node over plain HTTP/1.1, cheap enough to leave the machine to the servers. */
@NullMarked
package io.waymark.launcher.bench.load;

import org.jspecify.annotations.NullMarked;
