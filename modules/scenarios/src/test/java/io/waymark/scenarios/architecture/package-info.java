/** The rules of the code that a compiler does not know, and the picture of the modules. */
@NullMarked
package io.waymark.scenarios.architecture;

import org.jspecify.annotations.NullMarked;
