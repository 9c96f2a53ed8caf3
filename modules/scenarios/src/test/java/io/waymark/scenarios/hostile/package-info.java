/** What strangers, broken partners and the hostile send, and what they are told. */
@NullMarked
package io.waymark.scenarios.hostile;

import org.jspecify.annotations.NullMarked;
