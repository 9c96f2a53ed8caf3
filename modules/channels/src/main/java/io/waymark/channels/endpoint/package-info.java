/** The AlpineBits endpoint: who calls, what is asked, who answers it, and the record of it. */
@NullMarked
package io.waymark.channels.endpoint;

import org.jspecify.annotations.NullMarked;
