@NullMarked
package io.waymark.pipeline.stream;

import org.jspecify.annotations.NullMarked;
