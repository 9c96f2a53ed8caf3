@NullMarked
package io.waymark.channels.rateplan;

import org.jspecify.annotations.NullMarked;
