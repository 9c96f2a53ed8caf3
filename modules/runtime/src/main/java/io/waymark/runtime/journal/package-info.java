/** Reading and writing the journal: serializer, history of one entity, tail of all. */
@NullMarked
package io.waymark.runtime.journal;

import org.jspecify.annotations.NullMarked;
