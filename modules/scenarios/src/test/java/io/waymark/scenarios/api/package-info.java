/** The HTTP contract as a judge: every exchange of a test is held against docs/openapi.yaml. */
@NullMarked
package io.waymark.scenarios.api;

import org.jspecify.annotations.NullMarked;
