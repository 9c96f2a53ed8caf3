package io.waymark.scenarios.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One person's tab. Notes what the browser complains about, and judges what is on the screen. */
final class Visit implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 20_000;
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final URI base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Visit(URI base, BrowserContext context) {
        this.base = base;
        this.context = context;
        this.page = context.newPage();
    }

    static Visit begin(Browser browser, URI base, Screen screen, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        Visit visit = new Visit(base, context);
        visit.listen();
        return visit;
    }

    private void listen() {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add("the console says: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("an error nobody caught: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                complaints.add(response.status() + " for " + response.url());
            }
        });
        page.onRequestFailed(request -> {
            if (!isLeft(request)) {
                complaints.add(request.failure() + " for " + request.url());
            }
        });
    }

    /** A stream or a question that the page itself gave up, as when one goes elsewhere. */
    private static boolean isLeft(Request request) {
        return Objects.equals(request.failure(), "net::ERR_ABORTED");
    }

    Page page() {
        return page;
    }

    /** Goes to this path and waits until the page has what it shows. */
    void open(String path) {
        page.navigate(base.resolve(path).toString());
        settle();
    }

    /** Waits until nothing on the page is loading. */
    void settle() {
        page.locator("h1").first().waitFor();
        page.locator(".waiting, [aria-busy=true]")
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** These words and no others, wherever they stand. */
    Locator words(String words) {
        return page.getByText(words, new Page.GetByTextOptions().setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator region(String name) {
        return page.getByRole(
                AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the browser has complained about so far. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What is wrong with what is on the screen: rules of accessibility that are broken, and width beyond the screen's. */
    List<String> faults() {
        Object beyond = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        Stream<String> overflow = beyond instanceof Number pixels && pixels.intValue() > 0
                ? Stream.of(pixels + " px too wide")
                : Stream.of();
        Stream<String> violations = new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream()
                                .map(node -> rule.getId() + " (" + rule.getImpact() + "): " + node.getHtml()));
        return Stream.concat(overflow, violations).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
