package io.waymark.scenarios.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import io.waymark.scenarios.stack.RunningWaymark;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine's own Chromium: the variable {@code WAYMARK_CHROMIUM} says where it is if it is not where Debian puts it. */
final class Browsing implements AutoCloseable {

    private static final Path USUAL_PLACE = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    private Browsing(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Browsing start() {
        Path chromium = Optional.ofNullable(System.getenv("WAYMARK_CHROMIUM"))
                .map(Path::of)
                .orElse(USUAL_PLACE);
        assertThat(Files.isExecutable(chromium))
                .as(
                        "The stories of the console need Chromium, and there is none at %s: install it (Debian: apt-get install"
                                + " chromium) or set WAYMARK_CHROMIUM to its path.",
                        chromium)
                .isTrue();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browsing(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium)
                                .setArgs(List.of("--no-sandbox"))));
    }

    /** A person at a desk who has followed the link that the command line printed. */
    Visit signedIn(RunningWaymark waymark) {
        return signedIn(waymark, Screen.DESK, ColorScheme.LIGHT);
    }

    Visit signedIn(RunningWaymark waymark, Screen screen, ColorScheme scheme) {
        Visit visit = visit(waymark.url(), screen, scheme);
        visit.open("/#key=" + waymark.demo().adminKey());
        visit.page().waitForURL("**/console/operations**");
        return visit;
    }

    /** Somebody without a key. */
    Visit stranger(RunningWaymark waymark) {
        return visit(waymark.url(), Screen.DESK, ColorScheme.LIGHT);
    }

    private Visit visit(URI base, Screen screen, ColorScheme scheme) {
        return Visit.begin(browser, base, screen, scheme);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
