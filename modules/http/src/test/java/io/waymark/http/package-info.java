/** The edge from outside: what it lets in, and how it says no. */
@NullMarked
package io.waymark.http;

import org.jspecify.annotations.NullMarked;
