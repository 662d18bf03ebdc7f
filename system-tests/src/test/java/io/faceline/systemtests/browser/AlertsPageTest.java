package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.rule.ListId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The list of alerts, one alert large, what is said of them, and dead letters. */
@Tag("slow")
@Tag("browser")
class AlertsPageTest {
    private static final String TOKEN = "a-token-of-alerts";
    private static final String NAME = "Barack Obama";

    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera(Map.of("FACELINE_ADMIN_TOKEN", TOKEN));

    private static final String CARD = "fl-alert-card";
    private static final String PHOTO = ".alert-pictures img";

    private WrittenAlerts alerts;

    @TempDir
    private Path folder;

    @BeforeEach
    void begin() {
        alerts = new WrittenAlerts(PAGE.kafka());
    }

    @AfterEach
    void end() {
        alerts.close();
    }

    @Test
    void alerts_areTheAdminsToSee() {
        PAGE.expectRefusal(403);
        var browser = PAGE.open("/#/alerts");

        browser.awaitText(".state", "Only the admin sees alerts");
        assertThat(browser.axe()).isEmpty();

        SharedGalleryPageTest.signIn(browser, TOKEN);
        browser.awaitText(".state", "No alerts yet");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void alert_comesByItself_andTellsWhoWhereWhenAndWhy() {
        var browser = openAsAdmin();
        browser.awaitText(".state", "No alerts yet");
        var person = sharedPerson(browser);

        alerts.show(CameraSubject.portrait());
        var alert = alerts.of(person, 5, "front-door/1/0", json -> {});

        browser.awaitText(CARD + " h2", NAME);
        browser.awaitText(CARD, "Front door");
        browser.awaitText(CARD, "Tokyo");
        browser.awaitText(CARD, "Staff at the front door · similarity 0.71, needs 0.50");
        browser.awaitText(CARD + " .list-chip", "Team");
        browser.awaitText(CARD + " [data-state=OPEN]", "Open");
        browser.await(2, PHOTO);

        alerts.next(
                alert,
                json -> json.put("state", "CLOSED").put("reason", "ENDED").put("count", 2));
        browser.awaitText(CARD, "Ended");
        browser.awaitText(CARD, "2 more times");
    }

    @Test
    void wrongName_isCorrected_itsPhotoRemoved_andTakenBack() {
        var browser = openAsAdmin();
        alerts.show(CameraSubject.portrait());
        var alert = alerts.of(sharedPerson(browser), 5, "front-door/2/0", json -> {});
        browser.click("link", NAME);
        browser.await(2, PHOTO);
        assertThat(browser.url()).endsWith("#/alerts/" + alert.id());
        assertThat(browser.axe()).isEmpty();

        browser.click("button", "This is not " + NAME);
        browser.awaitText("dialog", "Who is it?");
        assertThat(browser.axe()).isEmpty();
        browser.click("button", "Say it");
        browser.awaitText("dialog", "The face was taken for " + NAME);
        browser.await(4, PHOTO);
        shoot("alert-corrected");
        browser.click("dialog .button.primary");

        browser.awaitText("h1", "Somebody else");
        browser.awaitText(".alert-marks", "was " + NAME);
        browser.click("button", "It was them after all");
        browser.awaitText("h1", NAME);

        browser.click("button", "This is not " + NAME);
        browser.click("button", "Say it");
        browser.click("dialog .button.danger");
        browser.awaitText(".toasts", "The photo was removed.");
        browser.awaitText("[data-side]", "that looked alike is gone");
    }

    @Test
    void alert_isAcknowledgedWithANote_byWhomTheBrowserRemembers() {
        var browser = openAsAdmin();
        alerts.unknown(20, "front-door/3/0", json -> {});
        alerts.unknown(10, "front-door/3/1", json -> {});
        browser.await(2, CARD);

        browser.click("button", "Acknowledge");
        browser.type("[name=note]", "I am going there");
        browser.type("[name=by]", "Eve");
        assertThat(browser.axe()).isEmpty();
        browser.press(Keys.ENTER);
        browser.awaitText(CARD, "✓ Eve");
        browser.awaitGone("dialog");

        browser.click("button", "Acknowledge");
        assertThat(browser.find("[name=by]").getDomProperty("value")).isEqualTo("Eve");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        browser.click(CARD + " h2 a");
        browser.awaitText(".alert-facts", "I am going there");
    }

    @Test
    void mutedRule_isListedUntilThatIsEnded() {
        var browser = openAsAdmin();
        alerts.unknown(10, "front-door/4/0", json -> {});
        browser.await(1, CARD);
        browser.click("button", "Mute");
        browser.awaitText("dialog", "This alert, until it ends");
        assertThat(browser.findAll("[name=hours]").get(0).isDisplayed()).isFalse();
        assertThat(browser.axe()).isEmpty();
        browser.click("dialog .check:nth-of-type(2)");
        browser.choose("[name=hours]", "8 hours");
        browser.type("[name=by]", "Eve");
        browser.click("dialog .button.primary");
        browser.awaitText(".toasts", "It is muted.");

        browser.click("button", "What is muted");
        browser.awaitText("dialog", "Staff at the front door");
        browser.awaitText("dialog", "by Eve");
        assertThat(browser.axe()).isEmpty();
        browser.click("button", "End this");
        browser.awaitText(".toasts", "It is no longer muted.");
        browser.awaitGone(".mutes li");
    }

    @Test
    void newAlerts_waitForWhoLooksFurtherDown() {
        var browser = openAsAdmin();
        for (var i = 0; i < 12; i++) {
            alerts.unknown(600 - i, "front-door/5/" + i, json -> {});
        }
        browser.await(12, CARD);
        browser.run("window.scrollTo({top: 500, behavior: 'instant'})");
        var before = browser.run("return document.querySelectorAll('fl-alert-card')[8].getBoundingClientRect().top");

        for (var i = 0; i < 3; i++) {
            alerts.unknown(3 - i, "front-door/6/" + i, json -> {});
        }

        browser.awaitText(".new-alerts", "3 new alerts");
        assertThat(browser.findAll(CARD)).hasSize(12);
        assertThat(browser.run("return document.querySelectorAll('fl-alert-card')[8].getBoundingClientRect().top"))
                .isEqualTo(before);
        assertThat(browser.axe()).isEmpty();
        browser.click(".new-alerts");
        browser.await(15, CARD);
        assertThat(browser.run("return window.scrollY")).isEqualTo(0L);
        assertThat(browser.run("return document.activeElement === document.querySelector('fl-alert-card h2 a')"))
                .isEqualTo(true);
    }

    @Test
    void filter_isInTheAddress_andInTheFile() throws IOException {
        var browser = openAsAdmin();
        alerts.unknown(20, "front-door/7/0", json -> json.put("state", "CLOSED").put("reason", "ENDED"));
        alerts.put(10, AlertSubject.CROWD, "front-door/7/1", json -> json.put("kind", "CROWD")
                .put("count", 90));
        browser.await(2, CARD);

        browser.choose("[name=state]", "Closed");
        browser.await(1, CARD);
        browser.click(".alert-filter summary");
        browser.choose("[name=rule]", "Staff at the front door");
        browser.choose("[name=last]", "Last hour");
        browser.await("the address", () -> browser.url().endsWith("#/alerts?state=CLOSED&rule=staff&last=hour"));
        browser.awaitText(CARD, "Unknown person");
        browser.reload();
        browser.await(1, CARD);
        browser.awaitText(".alert-filter summary", "Filter: 2");
        alerts.unknown(5, "front-door/7/2", json -> {});
        assertThat(browser.axe()).isEmpty();

        browser.saveTo(folder);
        browser.click("button", "Save as CSV");
        var file = Files.readString(browser.saved(folder, "faceline-alerts.csv"));
        assertThat(file).contains("Staff at the front door").doesNotContain("CROWD", "crowd");

        browser.choose("[name=list]", "Any");
        browser.choose("[name=state]", "Open");
        browser.await(2, CARD);
        browser.click("button", "Show all");
        browser.await(3, CARD);
    }

    @Test
    void seenAlerts_areKnownToThisBrowser() {
        var browser = openAsAdmin();
        alerts.unknown(20, "front-door/8/0", json -> {});
        alerts.unknown(10, "front-door/8/1", json -> {});
        browser.await(2, ".unseen");

        browser.click(CARD + " h2 a");
        browser.awaitText("h1", "Unknown person");
        browser.awaitText(".alert-facts", "Last seen");
        browser.click("link", "Back to all alerts");
        browser.await(1, ".unseen");
        browser.click("button", "Mark all as looked at");
        browser.awaitGone(".unseen");
        browser.reload();
        browser.await(2, CARD);
        browser.awaitGone(".unseen");
    }

    @Test
    void notification_comesOnceAnAlert_andOnlyIfItIsWanted() {
        var browser = openAsAdmin();
        alerts.unknown(1, "front-door/9/0", json -> {});
        browser.await(1, CARD);
        browser.run("""
                window.told = [];
                window.Notification = class extends EventTarget {
                    static permission = 'default';
                    static async requestPermission() { return (Notification.permission = 'granted'); }
                    constructor(title, {tag}) { super(); window.told.push(title + ' ' + tag); }
                };
                """);
        alerts.unknown(1, "front-door/9/1", json -> {});
        browser.await(2, CARD);
        browser.click("button", "Sound and notifications");
        browser.click("dialog .check:last-of-type");
        assertThat(browser.axe()).isEmpty();
        browser.await("the switch", () -> browser.run("return localStorage.getItem('faceline.alerts.notice')")
                .equals("yes"));
        browser.press(Keys.ESCAPE);

        alerts.unknown(1, "front-door/9/2", json -> json.put("muted", true).put("notifies", false));
        alerts.unknown(1, "front-door/9/3", json -> json.put("late", true));
        var told = alerts.unknown(1, "front-door/9/4", json -> {});
        alerts.next(told, json -> json.put("level", 1).putArray("changes").add("LEVEL"));
        browser.await(5, CARD);
        browser.awaitText(CARD, "level 1");

        assertThat(browser.run("return window.told")).isEqualTo(List.of("Unknown person " + told.id()));
    }

    @Test
    void manyAlerts_comeByPages_andStayFluid() {
        for (var i = 0; i < 230; i++) {
            alerts.unknown(1000 - i, "front-door/10/" + i, json -> {});
        }
        var browser = openAsAdmin();
        browser.await(50, CARD);
        for (var shown : List.of(100, 150, 200)) {
            browser.run("window.scrollTo({top: document.body.scrollHeight, behavior: 'instant'})");
            browser.click("button", "Show more");
            browser.await(shown, CARD);
        }
        var longest = (Number) browser.runAsync("""
                const done = arguments[arguments.length - 1];
                let last = performance.now();
                const gaps = [];
                function step(now) {
                    gaps.push(now - last);
                    last = now;
                    window.scrollBy(0, -200);
                    gaps.length < 60 ? requestAnimationFrame(step) : done(Math.max(...gaps));
                }
                requestAnimationFrame(step);
                """);
        System.out.printf("200 alerts: longest frame while scrolling %.0f ms%n", longest.doubleValue());
        assertThat(longest.doubleValue()).isLessThan(1000);
    }

    @Test
    void lostServer_isSaid_andWhatCameMeanwhileFollows() {
        // The server notices with its next event that a stream is cut, and refuses another one until then.
        PAGE.expectErrors("net::ERR_", "responded with a status of 429");
        var browser = openAsAdmin();
        // Blocking lets open connections live on.
        browser.run("""
                const real = window.fetch;
                window.fetch = (path, options) => {
                    const cut = new AbortController();
                    const isStream = String(path).endsWith('/alerts/events');
                    if (isStream) {
                        window.cut = () => cut.abort(new TypeError('network error'));
                    }
                    return real(path, isStream ? {...options, signal: AbortSignal.any([options.signal, cut.signal])} : options);
                };
                """);
        browser.click("link", "Help");
        browser.awaitText("h1", "Help");
        browser.click("link", "Alerts");
        browser.awaitText(".state", "No alerts yet");
        alerts.unknown(20, "front-door/11/0", json -> {});
        browser.await(1, CARD);

        browser.block("*/api/v1/alerts/events");
        browser.run("window.cut()");
        browser.awaitText("[data-lost]", "The connection to the server is lost");
        alerts.unknown(10, "front-door/11/1", json -> {});
        browser.block();

        browser.await(2, CARD);
        browser.await(
                "the note to go", () -> !browser.findAll("[data-lost]").get(0).isDisplayed());
    }

    @Test
    void deadLetter_isLookedAtAndSentAgain() {
        var browser = openAsAdmin();
        alerts.deadLetter("people", "{\"name\":\"left\"}");
        alerts.deadLetter("alert-observations", "{\"a\":1}");
        browser.run("location.hash = '#/status'");
        browser.click("link", "Dead letters");
        browser.await(2, ".letter");
        browser.awaitText(".letter", "refused by matcher");
        shoot("letters");

        browser.click(".letter");
        browser.awaitText("dialog", "the vector has 3 numbers instead of 512");
        browser.awaitText(".letter-content", "{\"a\":1}");
        shoot("letter");
        browser.saveTo(folder);
        browser.click("button", "Download");
        browser.await("the file", () -> {
            try (var files = Files.list(folder)) {
                return files.anyMatch(file -> file.toString().endsWith(".bin"));
            }
        });
        browser.click("button", "Send again");
        browser.awaitText(".toasts", "It was sent again.");
        browser.awaitText(".letter", "Sent again");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void pages_areShot() {
        var browser = openAsAdmin();
        var person = sharedPerson(browser);
        shoot("alerts-none");
        fill(person);
        browser.await(9, CARD);
        browser.await("pictures", () -> browser.findAll(PHOTO).size() >= 4);
        shoot("alerts");
        browser.click(".alert-filter summary");
        shoot("alerts-filter");
        browser.click(".alert-filter summary");
        browser.click("button", "Mute");
        browser.click("dialog .check:nth-of-type(2)");
        shoot("alerts-mute");
        browser.press(Keys.ESCAPE);
        browser.click("button", "Sound and notifications");
        shoot("alerts-bell");
        browser.press(Keys.ESCAPE);
        browser.click("link", NAME);
        browser.await(2, PHOTO);
        shoot("alert");
    }

    private void fill(Person person) {
        alerts.put(90_000, new AlertSubject("nobody"), "2026-12-01", json -> json.put("kind", "ABSENT"));
        alerts.put(8000, AlertSubject.of(person.id()), "x1", json -> json.put("kind", "CANNOT_TELL"));
        alerts.put(7000, new AlertSubject("camera:front-door"), "x2", json -> json.put("kind", "CAMERA_DOWN")
                .put("state", "CLOSED")
                .put("reason", "ENDED"));
        alerts.put(6000, AlertSubject.CROWD, "x3", json -> json.put("kind", "CROWD")
                .put("count", 90));
        alerts.put(5000, AlertSubject.notIn(new ListId("team")), "x4", json -> json.put("kind", "UNKNOWN_PERSON")
                .put("late", true)
                .put("ageMillis", 4_000_000));
        alerts.of(person, 4000, "x5", json -> json.put("state", "CLOSED")
                .put("reason", "CORRECTED")
                .put("was", person.id().value())
                .remove("identity"));
        alerts.show(CameraSubject.portrait());
        alerts.of(person, 300, "x6", json -> {
            json.put("muted", true).put("count", 3);
            json.withObject("/identity").put("decision", "uncertain");
        });
        alerts.unknown(200, "x7", json -> json.put("priority", "HIGH").put("level", 2));
        alerts.of(person, 60, "x8", json -> json.putObject("acknowledged")
                .put("by", "Eve")
                .put("note", "I am going there")
                .put("at", "2026-12-01T12:00:00Z"));
    }

    private static void shoot(String name) {
        var browser = PAGE.browser();
        // What is not on the screen is not painted otherwise.
        browser.run(
                "document.querySelectorAll('.alert-list > li').forEach(li => li.style.contentVisibility = 'visible')");
        for (var look : PageAppearance.all()) {
            browser.emulate(look.device(), look.scheme(), Motion.REDUCED);
            assertThat(browser.screenshot(name + "-" + look.label())).isNotEmptyFile();
            assertThat(browser.axe()).as(name + " on " + look.label()).isEmpty();
            assertThat(browser.run(
                            "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                    .as("overflow of " + name + " on " + look.label())
                    .isEqualTo(0L);
        }
        browser.emulate(Device.DESKTOP, ColorScheme.LIGHT, Motion.REDUCED);
    }

    private static Browser openAsAdmin() {
        var browser = PAGE.open("/#/help");
        browser.run("sessionStorage.setItem('faceline.admin', arguments[0])", TOKEN);
        post(
                browser,
                "/api/v1/cameras",
                "{\"name\":\"Front door\",\"address\":\"rtsp://127.0.0.1:9/x\",\"enabled\":false}");
        browser.click("link", "Alerts");
        browser.find("button", "Sound and notifications");
        return browser;
    }

    private static void post(Browser browser, String path, String json) {
        PAGE.expectRefusal(409);
        assertThat(browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const headers = {Authorization: 'Bearer ' + arguments[0], 'Content-Type': 'application/json'};
                fetch(arguments[1], {method: 'POST', headers, body: arguments[2]})
                    .then(answer => done(answer.status), error => done(String(error)));
                """, TOKEN, path, json)).isIn(201L, 409L);
    }

    /** Somebody with a photo of their own; another for each test, as one removes it. */
    private Person sharedPerson(Browser browser) {
        var answer = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const [token, name, photo] = arguments;
                const headers = {Authorization: 'Bearer ' + token};
                async function add() {
                    const {items} = await (await fetch('/api/v1/people?scope=shared', {headers})).json();
                    for (const {id} of items) {
                        await fetch('/api/v1/people/' + id, {method: 'DELETE', headers});
                    }
                    const form = new FormData();
                    form.set('name', name);
                    form.set('scope', 'shared');
                    form.append('file', new Blob([Uint8Array.from(atob(photo), (c) => c.charCodeAt(0))]), 'photo.jpg');
                    return (await fetch('/api/v1/people', {method: 'POST', body: form, headers})).status;
                }
                add().then(done, error => done(String(error)));
                """, TOKEN, NAME, base64(CameraSubject.otherPhoto()));
        assertThat(answer).isEqualTo(201L);
        return alerts.person(NAME);
    }

    private static String base64(Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
