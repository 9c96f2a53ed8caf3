/** The HTTP/1.1 server beneath the routes: connections, whole requests in, answers out. Knows no route and no rule. */
@NullMarked
package io.waymark.http.server;

import org.jspecify.annotations.NullMarked;
