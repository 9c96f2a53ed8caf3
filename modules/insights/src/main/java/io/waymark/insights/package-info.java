/**
 * Search, dashboards, the live feed and exports. Reads the warehouse and Elasticsearch only, both kept by the pipeline;
 * owns no data, so every answer says how fresh it is.
 */
@NullMarked
package io.waymark.insights;

import org.jspecify.annotations.NullMarked;
