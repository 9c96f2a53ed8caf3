@NullMarked
package io.waymark.pipeline.warehouse;

import org.jspecify.annotations.NullMarked;
