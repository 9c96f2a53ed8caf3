/** The published language: every journalled event, its stable name, its envelope and its canonical JSON. Flink and SQL read it too. */
@NullMarked
package io.waymark.events;

import org.jspecify.annotations.NullMarked;
