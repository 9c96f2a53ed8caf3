/** Read models made anew beside the live ones, from the beginning of the journal, and put in their place. */
@NullMarked
package io.waymark.runtime.projection.rebuild;

import org.jspecify.annotations.NullMarked;
