@NullMarked
package io.waymark.runtime.journal.partition;

import org.jspecify.annotations.NullMarked;
