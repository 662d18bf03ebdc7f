package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The first visit: the page, its tour and help, keyboard use, and the status of the server. */
@Tag("slow")
@Tag("browser")
class FirstVisitTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final int MOST_TABS = 40;

    @Test
    void page_isSoonThere() {
        var browser = PAGE.browser();
        browser.open(PAGE.url("/"));
        browser.find("dialog");
        browser.await("the first paint", () -> !paints(browser).isEmpty());

        var loads = DeveloperTools.objects(browser.run("""
                return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                    .map(({name, transferSize, responseStatus}) => ({name, transferSize, responseStatus}));
                """));

        assertThat(loads).allMatch(load -> load.get("name").toString().startsWith(PAGE.url("/")));
        assertThat(loads).allMatch(load -> (long) load.get("responseStatus") < 300);
        System.out.printf(
                "cold load on this machine: first contentful paint after %.0f ms, %d requests, %d bytes transferred%n",
                ((Number) paints(browser).get(0).get("startTime")).doubleValue(),
                loads.size(),
                loads.stream()
                        .mapToLong(load -> (long) load.get("transferSize"))
                        .sum());
    }

    private static List<Map<String, Object>> paints(Browser browser) {
        return DeveloperTools.objects(browser.run("""
                return performance.getEntriesByName('first-contentful-paint').map(({startTime}) => ({startTime}));
                """));
    }

    @Test
    void tour_comesByItselfOnceAlone() {
        var browser = PAGE.browser();
        browser.open(PAGE.url("/"));

        browser.awaitText("dialog h2", "Welcome");
        for (var step = 1; step < 5; step++) {
            browser.awaitText("dialog", "Step " + step + " of 5");
            browser.click("button", "Next");
        }
        browser.click("button", "Start");

        browser.awaitGone("dialog");
        browser.reload();
        browser.awaitText("h1", "Recognize");
        assertThat(browser.findAll("dialog")).isEmpty();
    }

    @Test
    void addressThatNobodyMade_showsAPage() {
        var browser = PAGE.open("/#/help");
        browser.awaitText("h1", "Help");

        // An incomplete escape: Java's URI rejects it, but browsers accept it.
        browser.run("location.hash = '#/%E0%A4%A'");

        browser.awaitText("h1", "Recognize");
    }

    @Test
    void tourThatWasClosed_comesNoMoreByItself() {
        var browser = PAGE.browser();
        browser.open(PAGE.url("/#/help"));
        browser.awaitText("dialog h2", "Welcome");

        browser.press(Keys.ESCAPE);

        browser.awaitGone("dialog");
        browser.reload();
        browser.awaitText("h1", "Help");
        assertThat(browser.findAll("dialog")).isEmpty();
        browser.click("button", "Show the tour");
        browser.awaitText("dialog", "Step 1 of 5");
    }

    @Test
    void helpTopics_allOpen() {
        var browser = PAGE.open("/#/help");
        browser.find("summary");

        browser.findAll("details:not([open]) summary").forEach(topic -> topic.click());

        assertThat(browser.findAll("details")).hasSize(14);
        assertThat(browser.findAll("details .card-body"))
                .allMatch(topic -> topic.isDisplayed() && topic.getText().length() > 40);
        assertThat(browser.run("return fetch('/openapi.json').then(answer => answer.status)"))
                .isEqualTo(200L);
    }

    @Test
    void keyboard_isEnoughToNameAFace() {
        var browser = PAGE.open("/");
        browser.find("fl-drop-zone");

        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to content");
        browser.press(Keys.ENTER);
        assertThat(browser.focused().getTagName()).isEqualTo("main");
        tabTo(browser, "input[type=file]");
        browser.focused()
                .sendKeys(CameraSubject.photo().toAbsolutePath().normalize().toString());
        browser.await(1, ".face-box");

        tabTo(browser, ".face-box");
        browser.press(Keys.ENTER);
        browser.find("dialog");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        assertThat(isFocused(browser, ".face-box")).isTrue();

        browser.press(Keys.ENTER);
        browser.await("the field of the name", () -> isFocused(browser, "[name=name]"));
        browser.press("Barack Obama", Keys.ENTER);
        browser.awaitText(".face-box", "Barack Obama");
        browser.awaitGone("dialog");
        browser.await("the focus to be back", () -> isFocused(browser, ".face-box"));
    }

    private static void tabTo(Browser browser, String css) {
        for (var tabs = 0; tabs < MOST_TABS && !isFocused(browser, css); tabs++) {
            browser.press(Keys.TAB);
        }
        assertThat(isFocused(browser, css)).as("Tab comes to " + css).isTrue();
    }

    private static boolean isFocused(Browser browser, String css) {
        return (boolean) browser.run("return document.activeElement.matches(arguments[0])", css);
    }

    @Test
    void status_accountsForEveryFrame() {
        PAGE.expectRefusal(415);
        var browser = PAGE.open("/");
        browser.upload(
                "fl-drop-zone input[multiple]",
                CameraSubject.photo(),
                CameraSubject.otherPhoto(),
                SharedPhotos.sixPeople());
        browser.awaitText(".photo-tools", "3 photos, 8 faces");

        browser.click("link", "Status");

        browser.awaitText(".health", "All services are ready");
        browser.awaitText(".account .sum", "✓ adds up");
        assertThat(browser.find(".account .sum").getText())
                .matches("(?s)[1-9]\\d* received = [1-9]\\d* analysed \\+ .* in progress.*");
        assertThat(browser.findAll(".pipeline .node")).hasSize(5).allMatch(node -> !node.getText()
                .contains("–"));
        assertThat(browser.findAll(".table tbody tr"))
                .isNotEmpty()
                .allMatch(
                        row -> row.getText().contains("✓ yes") || row.getText().contains("✕ no"));
        assertThat(browser.find(".table").getText())
                .contains("Licence and source", "detects faces", "tells people apart");
        assertThat(browser.text()).doesNotContain("status.", "role.");
    }
}
