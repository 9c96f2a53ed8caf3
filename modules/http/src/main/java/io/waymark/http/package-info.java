/** The edge over HTTP: who is calling, what they may do, problems, bodies, entity tags, histories, pages. */
@NullMarked
package io.waymark.http;

import org.jspecify.annotations.NullMarked;
