/** Read models: exactly once, in the database they live in, with visible lag and consistency tokens. */
@NullMarked
package io.waymark.runtime.projection;

import org.jspecify.annotations.NullMarked;
