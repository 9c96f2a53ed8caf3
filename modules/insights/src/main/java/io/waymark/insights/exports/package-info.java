/** Search results and dashboards as CSV that no spreadsheet runs. */
@NullMarked
package io.waymark.insights.exports;

import org.jspecify.annotations.NullMarked;
