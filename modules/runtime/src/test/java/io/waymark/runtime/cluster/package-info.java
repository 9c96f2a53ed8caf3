/** Where shards live. */
@NullMarked
package io.waymark.runtime.cluster;

import org.jspecify.annotations.NullMarked;
