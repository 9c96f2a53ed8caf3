/** Keys of data subjects: sealing and opening personal data, and erasing it by destroying its key. */
@NullMarked
package io.waymark.runtime.vault;

import org.jspecify.annotations.NullMarked;
