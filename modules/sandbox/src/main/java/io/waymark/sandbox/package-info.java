/** Partners to practise with: two channels with books of their own, behind their real wire protocols, on this machine only. */
@NullMarked
package io.waymark.sandbox;

import org.jspecify.annotations.NullMarked;
