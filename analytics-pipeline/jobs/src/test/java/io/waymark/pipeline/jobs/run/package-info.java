@NullMarked
package io.waymark.pipeline.jobs.run;

import org.jspecify.annotations.NullMarked;
