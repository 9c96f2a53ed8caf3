/** What every context runs on: entities with a journal, its tail, projections, steps that survive a crash, sealed personal data. */
@NullMarked
package io.waymark.runtime;

import org.jspecify.annotations.NullMarked;
