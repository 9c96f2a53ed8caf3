/** The module over HTTP on a real PostgreSQL and a real Elasticsearch. */
@NullMarked
package io.waymark.insights;

import org.jspecify.annotations.NullMarked;
