/**
 * A plugin for the stripped Elasticsearch that Maven Central carries. Every name in it exists, with the same meaning, in a
 * full Elasticsearch: nothing of ours may work only because of this plugin.
 */
@NullMarked
package io.waymark.servers.elasticsearch;

import org.jspecify.annotations.NullMarked;
