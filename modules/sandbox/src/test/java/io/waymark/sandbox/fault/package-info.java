@NullMarked
package io.waymark.sandbox.fault;

import org.jspecify.annotations.NullMarked;
