/** How the job is run: its settings, the embedded cluster, and the checkpoint that it goes on from. */
@NullMarked
package io.waymark.pipeline.jobs.run;

import org.jspecify.annotations.NullMarked;
