@NullMarked
package io.waymark.pipeline.source;

import org.jspecify.annotations.NullMarked;
