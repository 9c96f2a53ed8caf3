/** The pipeline as it runs on many machines. */
@NullMarked
package io.waymark.scenarios.pipeline;

import org.jspecify.annotations.NullMarked;
