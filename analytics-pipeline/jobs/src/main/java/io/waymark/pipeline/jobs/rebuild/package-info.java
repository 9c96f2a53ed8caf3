/** Search made anew beside the live one: a second run of the pipeline fills new indices, which then take their place. */
@NullMarked
package io.waymark.pipeline.jobs.rebuild;

import org.jspecify.annotations.NullMarked;
