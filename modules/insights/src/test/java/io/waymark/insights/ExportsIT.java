package io.waymark.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exports as a spreadsheet would get them. */
class ExportsIT {

    private final RunningInsights insights = RunningInsights.get();

    @Test
    void bookingsAreAllHitsOfTheSearch() {
        HttpResponse<String> file = insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv?sort=arrival");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv; charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"bookings.csv\"");
        assertThat(file.headers().firstValue("Waymark-Row-Limit")).hasValue("200000");
        List<String> lines = lines(file);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst()).startsWith("id,status,propertyCode");
        assertThat(lines.get(1)).contains("PO-77120").contains(",300.00,EUR,");
    }

    @Test
    void aFormulaIsATextAndANegativeAmountANumber() {
        List<String> lines = lines(insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv?country=IT"));

        assertThat(lines.get(1)).contains(",'=cmd|'/c calc'!A0,").contains(",-5.00,EUR,");
    }

    @Test
    void filtersAndWordsApplyAndOthersBookingsAreNotThere() {
        assertThat(lines(insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv?q=germany&status=cancelled")))
                .hasSize(2);
        assertThat(lines(insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv?q=nothing")))
                .hasSize(1);
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv")
                        .body())
                .doesNotContain("Secret");
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/exports/bookings.csv?sort=price")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void dashboardsHaveMoneyInMajorUnitsAndATotal() {
        List<String> lines = lines(insights.ask(
                RunningInsights.TENANT, "/v1/exports/dashboards/adr.csv?from=2017-03-06&to=2017-03-09&compare=year"));

        assertThat(lines.getFirst()).startsWith("key,name,from,to,adr,revpar,revenue,roomNights,adr a year before");
        assertThat(lines.get(2)).startsWith("2017-03-07,2017-03-07,2017-03-07,2017-03-08,113.33,34.00,340.00,3,90.00");
        assertThat(lines.getLast()).startsWith("total,Total,2017-03-06,2017-03-09,108.00,18.00,540.00,5");
        assertThat(insights.ask(RunningInsights.TENANT, "/v1/exports/dashboards/nonsense.csv")
                        .statusCode())
                .isEqualTo(404);
    }

    private static List<String> lines(HttpResponse<String> file) {
        assertThat(file.body()).endsWith("\r\n");
        return List.of(file.body().split("\r\n"));
    }
}
