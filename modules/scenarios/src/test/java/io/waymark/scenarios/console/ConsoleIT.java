package io.waymark.scenarios.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.waymark.kernel.Ids;
import io.waymark.scenarios.api.ApiClient;
import io.waymark.scenarios.replay.Replays;
import io.waymark.scenarios.stack.Hotel;
import io.waymark.scenarios.stack.RunningWaymark;
import io.waymark.scenarios.stack.WaymarkExtension;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with the console, over a thousand real reservations. */
@ExtendWith(WaymarkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ConsoleIT {

    /** Every page, with more to see on it than its first sight. */
    private static final List<String> PAGES = List.of(
            "/console/operations?property=CITY",
            "/console/operations?property=RESORT&date=2016-09-01&ahead=84",
            "/console/analysis?view=occupancy&from=2016-03-01&to=2017-03-01",
            "/console/analysis?view=lead-time&from=2016-03-01&to=2017-03-01",
            "/console/analysis?view=countries&from=2016-03-01&to=2017-03-01",
            "/console/bookings?q=portugl&status=cancelled",
            "/console/bookings?q=zzzzqqqq",
            "/console/availability?property=CITY&from=2017-03-01",
            "/console/forecast?property=CITY",
            "/console/channels",
            "/console/channels/sync",
            "/console/system");

    private final RunningWaymark waymark;
    private final ApiClient api;
    private final Browsing browsing;

    ConsoleIT(RunningWaymark waymark) {
        this.waymark = waymark;
        this.api = waymark.admin();
        this.browsing = Browsing.start();
    }

    @BeforeAll
    void reservations() throws InterruptedException {
        Replays.small(waymark);
    }

    @AfterAll
    void leave() {
        browsing.close();
    }

    @Test
    void aKeyOpensTheConsoleAndAWrongOneIsRefusedWithAReason() {
        try (Visit visit = browsing.stranger(waymark)) {
            visit.open("/console/system");
            assertThat(visit.heading("Sign in to the console")).isVisible();

            Locator key = visit.page().getByLabel("API key");
            key.fill("wmk_" + "0".repeat(26) + "_nobody");
            visit.button("Sign in").click();
            assertThat(visit.page().getByRole(AriaRole.ALERT)).containsText("This key was refused");

            key.fill(waymark.demo().adminKey());
            visit.button("Sign in").click();
            assertThat(visit.heading("System")).isVisible();
        }
    }

    @Test
    void aLinkWithAKeyLeavesNoKeyBehind() {
        try (Visit visit = browsing.signedIn(waymark)) {
            assertThat(visit.page().url()).doesNotContain("wmk_");
        }
    }

    @Test
    void theOverviewShowsWhatTheApiTells() {
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/operations?property=CITY");
            JsonNode overview =
                    api.get("/v1/dashboards/operations?property=CITY&days=84").json();

            assertThat(visit.heading("City Hotel")).isVisible();
            for (JsonNode metric : overview.path("metrics")) {
                assertThat(visit.page().getByTitle(metric.path("definition").asText()))
                        .containsText(figure(metric));
            }
            Locator mix = visit.region("Channel mix");
            for (JsonNode channel : overview.path("channels")) {
                assertThat(mix.locator("tbody tr")
                                .filter(text(channel.path("name").asText())))
                        .containsText(percent(channel.path("share").decimalValue()));
            }
            assertThat(visit.region("Reservations in").getByRole(AriaRole.LISTITEM))
                    .hasCount(Math.min(16, overview.path("feed").size()));
            assertThat(overview.at("/metrics/0/value").decimalValue()).isPositive();
        }
    }

    /** The replayed history has ended: the page opens where there is something ahead, says so, and leads to today. */
    @Test
    void aHistoryThatHasEndedIsLookedAtFromADayWithNightsAhead() {
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/operations?property=CITY");
            JsonNode overview =
                    api.get("/v1/dashboards/operations?property=CITY&days=84").json();

            assertThat(overview.path("date").asText())
                    .isLessThan(overview.path("today").asText());
            Locator evening = visit.page().getByRole(AriaRole.STATUS).filter(text("Nothing lies ahead of today"));
            assertThat(evening).isVisible();

            visit.button("A week earlier").click();
            assertThat(visit.page()).hasURL(Pattern.compile("[?&]date=\\d{4}-\\d{2}-\\d{2}"));
            evening = visit.page().getByRole(AriaRole.STATUS).filter(text("Today is"));
            evening.getByRole(AriaRole.BUTTON).click();
            assertThat(visit.page())
                    .hasURL(Pattern.compile("date=" + overview.path("today").asText()));
            assertThat(visit.button("Pause")).isVisible();
        }
    }

    @Test
    void whatIsBookedAppearsOnTheOpenPage() {
        Hotel hotel = openHotel();
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/operations?property=" + hotel.code());
            Locator feed = visit.region("Reservations in");
            assertThat(feed.getByText("Live")).isVisible();
            assertThat(feed.getByRole(AriaRole.LISTITEM)).hasCount(0);

            String booking = Ids.derived("bkg", "console", "live");
            api.put("/v1/bookings/" + booking, hotel.booking(Hotel.OPENING, Hotel.OPENING.plusDays(3)))
                    .succeeded();

            Locator event = feed.getByRole(AriaRole.LISTITEM).first();
            assertThat(event).containsText("Booked");
            event.getByRole(AriaRole.LINK).click();
            assertThat(visit.page()).hasURL(Pattern.compile(booking));
        }
    }

    @Test
    void aBookingIsFoundInSpiteOfATypoAndItsHistoryIsSteppedThrough() {
        JsonNode found = api.get("/v1/search/bookings?q=portugl&limit=50").json();
        JsonNode cancelled = api.get("/v1/search/bookings?q=portugl&status=cancelled&limit=50")
                .json();
        assertThat(found.path("items"))
                .isNotEmpty()
                .allSatisfy(hit -> assertThat(hit.path("country").asText()).isEqualTo("PT"));
        try (Visit visit = browsing.signedIn(waymark)) {
            Page page = visit.page();
            visit.open("/console/bookings");
            page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search bookings"))
                    .fill("portugl");
            page.keyboard().press("Enter");
            assertThat(visit.words(bookings(found.path("total").asInt()))).isVisible();
            assertThat(page.locator("table mark").first()).hasText("Portugal");

            page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^Cancelled")))
                    .check();
            assertThat(visit.words(bookings(cancelled.path("total").asInt()))).isVisible();

            JsonNode first = cancelled.at("/items/0");
            page.locator("table tbody a").first().click();
            assertThat(visit.heading(first.path("reference").asText())).isVisible();
            assertThat(page.locator("header").getByText("Cancelled")).isVisible();

            visit.button("One event back").click();
            assertThat(page.getByText("This is the booking as it was after event"))
                    .isVisible();
            assertThat(page).hasURL(Pattern.compile("[?&]revision=\\d+"));
            visit.button("Back to now").click();
            assertThat(page.getByText("This is the booking as it was after event"))
                    .hasCount(0);

            Locator guest = visit.region("Guest");
            guest.getByRole(AriaRole.BUTTON).click();
            JsonNode person = api.get("/v1/bookings/" + first.path("id").asText() + "/guest")
                    .json();
            assertThat(guest).containsText(person.path("surname").asText());
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aChangeOfTheGridIsThereAfterAReloadAndInTheApi() {
        String path = "/console/availability?property=CITY&from=2017-03-01";
        int before = capacity();
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open(path);
            setCapacity(visit, before + 3);
            assertThat(capacity()).isEqualTo(before + 3);

            visit.open(path);
            assertThat(cell(visit)).containsText("of " + (before + 3));

            setCapacity(visit, before);
            assertThat(cell(visit)).containsText("of " + before);
            assertThat(capacity()).isEqualTo(before);
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aMessageOfAChannelLeadsToItsBooking() {
        String taken = "action=OTA_HotelResNotif:GuestRequests&outcome=success";
        JsonNode newest =
                api.get("/v1/search/channel-messages?limit=1&" + taken).json();
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/channels?" + taken);
            assertThat(visit.words(String.format(
                            Locale.UK, "%,d messages", newest.path("total").asInt())))
                    .isVisible();

            visit.page().locator("table tbody button").first().click();
            Locator message = visit.page().getByRole(AriaRole.DIALOG);
            assertThat(message).containsText(newest.at("/items/0/id").asText());
            message.getByRole(AriaRole.LINK).first().click();
            visit.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the booking"))
                    .click();
            assertThat(visit.region("Timeline")).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void aChannelIsStoppedAndToldAgain() {
        JsonNode syncs = api.get("/v1/channel-syncs?limit=200").json().path("items");
        String connection = syncs.path(0).path("connection").asText();
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/channels/sync");
            assertThat(visit.region("Room types on channels").locator("tbody tr"))
                    .hasCount(syncs.size());

            Locator card = visit.region(connection);
            card.getByRole(AriaRole.BUTTON, named("Stop telling")).click();
            assertThat(card).containsText("Is told nothing");
            card.getByRole(AriaRole.BUTTON, named("Tell again")).click();
            assertThat(card).containsText("room types in sync");
            card.getByRole(AriaRole.BUTTON, named("Faults")).click();
            assertThat(visit.page().getByRole(AriaRole.DIALOG)).isVisible();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    void theSystemTellsHowItIs() {
        JsonNode system = api.get("/v1/system").json();
        try (Visit visit = browsing.signedIn(waymark)) {
            visit.open("/console/system");

            assertThat(visit.region("Nodes")).containsText("node-1");
            assertThat(visit.region("Pipeline")).containsText("Running");
            assertThat(visit.region("Read models").locator("tbody tr"))
                    .hasCount(system.path("projections").size());
            assertThat(visit.region("Data quality").locator("tbody tr"))
                    .hasCount(system.path("dataQuality").size());
            assertThat(visit.region("Dead letters")).containsText("None");
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"DESK, LIGHT", "DESK, DARK", "PHONE, LIGHT", "PHONE, DARK"})
    void everyPageFitsItsScreenAndCanBeReadByEveryone(Screen screen, ColorScheme scheme) {
        List<String> faults = new ArrayList<>();
        String booking = api.get("/v1/search/bookings?q=portugl&status=checked-out&limit=1")
                .json()
                .at("/items/0/id")
                .asText();
        try (Visit visit = browsing.signedIn(waymark, screen, scheme)) {
            List<String> paths = new ArrayList<>(PAGES);
            paths.add("/console/bookings/" + booking + "?revision=2");
            for (String path : paths) {
                visit.open(path);
                visit.faults().forEach(fault -> faults.add(path + ": " + fault));
            }
            faults.addAll(visit.complaints());
        }
        assertThat(faults).isEmpty();
    }

    /** A hotel with rooms and no bookings. */
    private Hotel openHotel() {
        Hotel hotel = new Hotel(waymark.demo().tenant(), "CONSOLE");
        api.put("/v1/properties/" + hotel.id(), hotel.description()).succeeded();
        Map<String, Object> year = Map.of(
                "from",
                Hotel.OPENING.toString(),
                "to",
                Hotel.OPENING.plusYears(1).toString(),
                "capacity",
                3);
        api.put("/v1/room-types/" + hotel.roomTypeId() + "/calendar", Map.of("changes", List.of(year)))
                .succeeded();
        return hotel;
    }

    /** The first cell of the grid: the first room type on the first night. */
    private static Locator cell(Visit visit) {
        return visit.page().locator("[role=gridcell]").first();
    }

    private static void setCapacity(Visit visit, int capacity) {
        cell(visit).dblclick();
        Locator sheet = visit.page().getByRole(AriaRole.DIALOG);
        sheet.getByLabel("Capacity").fill(Integer.toString(capacity));
        sheet.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Change \\d")))
                .click();
        assertThat(sheet).hasCount(0);
    }

    private int capacity() {
        String property = Ids.derived("prp", waymark.demo().tenant(), "CITY");
        return api.get("/v1/properties/" + property + "/availability?from=2017-03-01&to=2017-03-02")
                .json()
                .at("/roomTypes/0/days/0/capacity")
                .asInt();
    }

    private static String bookings(int count) {
        return String.format(Locale.UK, count == 1 ? "%,d booking" : "%,d bookings", count);
    }

    /** A figure of the overview as people read it. */
    private static String figure(JsonNode metric) {
        if (!metric.has("value")) {
            return "–";
        }
        BigDecimal value = metric.path("value").decimalValue();
        return switch (metric.path("unit").asText()) {
            case "ratio" -> percent(value);
            case "money" -> String.format(Locale.UK, "€%,.2f", value.movePointLeft(2));
            default -> String.format(Locale.UK, "%,d", value.longValue()).replace('-', '−');
        };
    }

    private static String percent(BigDecimal ratio) {
        return ratio.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
