/** Stories with partners that misbehave, on servers of their own, judged at the end. */
@NullMarked
package io.waymark.launcher.scenario;

import org.jspecify.annotations.NullMarked;
