@NullMarked
package io.waymark.http.server;

import org.jspecify.annotations.NullMarked;
