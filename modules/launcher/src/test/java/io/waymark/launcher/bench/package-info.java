/** Tests of the package of the same name. */
@NullMarked
package io.waymark.launcher.bench;

import org.jspecify.annotations.NullMarked;
