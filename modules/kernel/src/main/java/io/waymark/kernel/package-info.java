/** Values that every module speaks: money, percentages, ids, sealed data, problems, pages. No framework, no business word. */
@NullMarked
package io.waymark.kernel;

import org.jspecify.annotations.NullMarked;
