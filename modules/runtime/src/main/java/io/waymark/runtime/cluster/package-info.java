/** What must agree over all nodes and for ever. */
@NullMarked
package io.waymark.runtime.cluster;

import org.jspecify.annotations.NullMarked;
