package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.delivery.DeliveryRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** Rules as sentences, lists, groups, receivers and mutes. */
@Tag("slow")
@Tag("browser")
class RulesPageTest {
    private static final String TOKEN = "as-good-as-any-token";
    private static final String NAME = "Barack Obama";
    private static final String ALERT = "abcdefghijklmnopqrstuvwxya";
    private static final String RULE = "Somebody at the house at night";

    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera(Map.of(
            "FACELINE_ADMIN_TOKEN",
            TOKEN,
            "FACELINE_RECEIVER_LOCAL_ADDRESSES",
            "true",
            "FACELINE_SECRET_KEY",
            "a-secret-key-of-this-test"));

    private WrittenDeliveries deliveries;

    @BeforeEach
    void begin() {
        deliveries = new WrittenDeliveries(PAGE.kafka());
    }

    /** What one test made would be there for the next. */
    @AfterEach
    void end() {
        PAGE.browser().run("location.hash = '#/help'");
        call("""
                for (const kind of ['receivers', 'alert-rules', 'watch-lists', 'source-groups', 'mutes']) {
                    const {items} = await (await fetch('/api/v1/' + kind, {headers})).json();
                    for (const {id} of items) {
                        await fetch('/api/v1/' + kind + '/' + id, {method: 'DELETE', headers});
                    }
                }
                return null;""");
        deliveries.close();
    }

    @Test
    void rules_areTheAdminsToSee() {
        var browser = PAGE.open("/#/rules");

        browser.awaitText(".state", "Only the admin");
        assertThat(browser.axe()).isEmpty();

        SharedGalleryPageTest.signIn(browser, TOKEN);
        browser.awaitText(".state", "No rules yet");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void rule_isMadeOfAPreset_tried_switched_andDeleted() {
        var browser = openAsAdmin();
        addList(browser);
        deliveries.stranger("back-door", 60);
        browser.click("link", "Rules");
        browser.click("link", "Add a rule");
        browser.click("a[href*=household]");

        browser.awaitText(".preset-notes", "three good looks");
        browser.click("button", "Add the rule");
        browser.choose("[name='who.list']", "Staff");
        browser.click("button", "Add the rule");
        browser.choose("[name='quiet.accompaniedBy']", "Staff");
        browser.click("button", "Add the rule");
        browser.awaitText(".field-problem", "Choose at least one place.");
        browser.click("[name='where.sources'][value=back-door]");
        browser.click("[data-phrase=when]");
        browser.click("[data-part=when] [data-span] .icon-button");
        browser.type("[name=zone]", "Europe/Berln");
        assertSentence("Show an alert when somebody who is not on Staff is at Back door at any time for 3 seconds;"
                + " at most once in 10 minutes a person and camera.");

        PAGE.expectRefusal(400);
        browser.click("button", "Add the rule");
        browser.awaitText("[data-part=when] .field-problem", "no time zone that this server knows");
        assertThat(browser.axe()).isEmpty();
        browser.type("[name=zone]", "Europe/Berlin");

        browser.click("button", "Try it");
        browser.awaitText(".trial", "It would have made 1 alert.");
        browser.awaitText(".trial li", "Unknown person");

        browser.click("button", "Add the rule");
        browser.awaitText(".rule-card h2", RULE);
        browser.awaitText(".rule-sentence", "somebody who is not on Staff is at Back door");
        browser.awaitText(".rule-card .tag", "On");
        browser.click("switch", RULE + " is on");
        browser.awaitText(".rule-card .tag", "Off");

        browser.click("link", RULE);
        browser.click("[data-phrase=often]");
        browser.choose("[name='where.per']", "At all places together");
        browser.click("button", "Save");
        browser.awaitText(".rule-sentence", "at most once in 10 minutes a person.");

        browser.click("button", "Delete " + RULE);
        browser.awaitText("dialog", "says nothing more");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        browser.click("button", "Delete " + RULE);
        browser.click("dialog .button.danger");
        browser.awaitText(".state", "No rules yet");
    }

    @Test
    void listAndGroup_areMadeChangedAndDeleted_unlessARuleNamesThem() {
        var browser = openAsAdmin();
        addList(browser);
        browser.awaitText(".definition", "1 person");
        browser.click(".definition");
        browser.click("button", "Take " + NAME + " off the list");
        browser.click("button", "Save");
        browser.awaitText(".definition", "0 people");

        browser.click("link", "Groups");
        browser.click("link", "New group");
        browser.type("[name=name]", "Entrances");
        browser.choose("[name=role]", "Coming in");
        browser.click("[name=sources][value=back-door]");
        browser.click("button", "Save");
        browser.awaitText(".definition", "Back door");

        post(
                "/api/v1/alert-rules",
                "{\"name\":\"R\",\"who\":{\"kind\":\"listed\",\"list\":\"staff\"},\"zone\":\"UTC\"}");
        browser.click("link", "Lists");
        browser.click(".definition");
        PAGE.expectRefusal(409);
        browser.click("button", "Delete");
        browser.click("dialog .button.danger");
        browser.awaitText(".problem[role=alert]", "it is named by the rule");
        assertThat(browser.axe()).isEmpty();

        browser.click("link", "Back to the list");
        browser.click("link", "Groups");
        browser.click(".definition");
        browser.click("button", "Delete");
        browser.click("dialog .button.danger");
        browser.awaitText(".state", "No groups yet");
    }

    @Test
    void receiver_isMadeTestedAndTold_andWhatFailedIsSentAgain() {
        var browser = openAsAdmin();
        browser.click("link", "Receivers");
        browser.click("link", "New receiver");
        browser.type("[name=name]", "Reception");
        browser.type("[name='target.url']", "ftp://pager");
        browser.click("[name=content][value=NAMES]");
        PAGE.expectRefusal(400);
        browser.click("button", "Save");
        browser.awaitText(".field-problem", "url must begin with http");
        browser.type("[name='target.url']", deliveries.address());
        browser.click("button", "Save");
        browser.awaitText("dialog code", "whsec_");
        assertThat(browser.axe()).isEmpty();
        browser.press(Keys.ESCAPE);

        browser.awaitText(".receiver-card", "Is told of all rules. Names leave the house.");
        browser.click("button", "Send a test alert");
        browser.awaitText("[data-tested]", "The test:");
        browser.awaitText(".receiver-card .tag", "No problems");
        assertThat(deliveries.received()).isNotEmpty();

        deliveries.failed("reception", ALERT);
        browser.awaitText("fl-failed-deliveries", "1 message was not delivered");
        browser.click("fl-failed-deliveries summary");
        browser.awaitText(".failed", "the field \"room\" is missing");
        assertThat(browser.axe()).isEmpty();
        browser.click(".failed .button");
        browser.await("the request", () -> deliveries.asked().stream()
                .anyMatch(asked -> asked instanceof DeliveryRequest.Resend resend
                        && resend.alert() != null
                        && resend.alert().value().equals(ALERT)));

        browser.click("link", "Reception");
        browser.click("details summary");
        browser.click("[name=hasTemplate]");
        browser.type("[name='template.text']", "{{#alert}}");
        browser.click("button", "Save");
        browser.find("[name='template.text'][aria-invalid=true]");
        assertThat(browser.axe()).isEmpty();
        browser.click("button", "Delete");
        browser.click("dialog .button.danger");
        browser.awaitText(".state", "No receivers yet");
    }

    @Test
    void mute_isEnded() {
        var browser = openAsAdmin();
        post(
                "/api/v1/mutes",
                "{\"source\":\"back-door\",\"by\":\"Eve\",\"until\":\"%s\"}"
                        .formatted(Instant.now().plusSeconds(3600)));
        browser.click("link", "Mutes");
        browser.awaitText(".definition", "Back door");
        browser.awaitText(".definition", "Eve");
        assertThat(browser.axe()).isEmpty();

        browser.click(".definition .button");
        browser.awaitText(".state", "Nothing is muted");
    }

    @Test
    void pages_areShot() {
        var browser = openAsAdmin();
        shoot("rules-none");
        fill();
        browser.click("link", "Lists");
        browser.await(2, ".definition");
        shoot("rules-lists");
        browser.click("link", "Staff 1 person · of Eve");
        browser.find("fl-people-picker .chip");
        shoot("rules-list");
        browser.click("link", "Back to the list");
        browser.click("link", "Groups");
        browser.await(1, ".definition");
        shoot("rules-groups");
        browser.click("link", "Mutes");
        browser.await(1, ".definition");
        shoot("rules-mutes");
        browser.click("link", "Receivers");
        browser.await(2, ".receiver-card");
        deliveries.status("reception", false, "it answered 401 to two different messages", 12, 420_000L);
        browser.awaitText(".receiver-card", "7 minutes ahead");
        browser.click("fl-failed-deliveries summary");
        shoot("rules-receivers");
        browser.click("link", "Reception");
        browser.click("details summary");
        shoot("rules-receiver");
        browser.run("location.hash = '#/rules'");
        browser.await(4, ".rule-card");
        shoot("rules");
        browser.click("link", "Add a rule");
        browser.find(".preset");
        shoot("rules-presets");
        browser.click("a[href*=household]");
        for (var part : new String[] {"who", "where", "when", "sure", "often"}) {
            browser.click("[data-phrase=" + part + "]");
            shoot("rules-form-" + part);
        }
        browser.click("details summary");
        shoot("rules-form-more");
    }

    private void fill() {
        var person = call("""
                const {items} = await (await fetch('/api/v1/people?scope=shared', {headers})).json();
                return items[0].id;""");
        post(
                "/api/v1/watch-lists",
                "{\"name\":\"Staff\",\"owner\":\"Eve\",\"colour\":\"#d33a2c\",\"people\":[\"" + person + "\"]}");
        post(
                "/api/v1/watch-lists",
                "{\"name\":\"A list with a name that goes on for quite a while, as people like to write them\"}");
        post("/api/v1/source-groups", "{\"name\":\"Entrances\",\"role\":\"IN\",\"sources\":[\"back-door\"]}");
        post("/api/v1/alert-rules", """
                {"name":"Back door at night","who":{"kind":"not-listed","list":"staff"},"where":{"sources":["back-door"],
                 "per":"EVERYWHERE"},"zone":"Europe/Berlin","hours":[{"from":"22:00","to":"06:00"}],"priority":"HIGH"}""");
        post("/api/v1/alert-rules", """
                {"name":"Late","who":{"kind":"absent","list":"staff","days":["MONDAY","TUESDAY","WEDNESDAY"],"from":"05:00",
                 "by":"09:00"},"where":{"groups":["entrances"]},"zone":"Europe/Berlin"}""");
        post("/api/v1/alert-rules", """
                {"name":"Somebody stays","who":{"kind":"stranger"},"zone":"Europe/Berlin","sure":{"levels":[30,300]},
                 "enabled":false,"priority":"LOW"}""");
        post("/api/v1/alert-rules", """
                {"name":"Cameras","who":{"kind":"camera-down"},"zone":"Europe/Berlin"}""");
        post(
                "/api/v1/receivers",
                "{\"name\":\"Reception\",\"target\":{\"kind\":\"webhook\",\"url\":\"https://pager.example/hook\"},\"content\":\"PICTURES\",\"rules\":[\"late\",\"back-door-at-night\"]}");
        post(
                "/api/v1/receivers",
                "{\"name\":\"Home Assistant\",\"target\":{\"kind\":\"mqtt\",\"url\":\"mqtt://broker:1883\"}}");
        post(
                "/api/v1/mutes",
                "{\"rule\":\"late\",\"by\":\"Eve\",\"until\":\"%s\"}"
                        .formatted(Instant.now().plusSeconds(7200)));
        deliveries.failed("reception", ALERT);
    }

    private static void assertSentence(String text) {
        PAGE.browser()
                .await(
                        "the sentence",
                        () -> text.equals(
                                PAGE.browser().find(".sentence").getText().replaceAll("\\s+", " ")));
    }

    private static void addList(Browser browser) {
        browser.click("link", "Rules");
        browser.click("link", "Lists");
        browser.click("link", "New list");
        browser.type("[name=name]", "Staff");
        browser.type("[type=search]", "obam");
        browser.click("button", "Add " + NAME);
        browser.click("button", "Save");
        browser.awaitText(".definition .list-chip", "Staff");
        assertThat(browser.axe()).isEmpty();
    }

    private static void shoot(String name) {
        var browser = PAGE.browser();
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
        var answer = call("""
                const photo = Uint8Array.from(atob(values[0]), (c) => c.charCodeAt(0));
                const {items} = await (await fetch('/api/v1/people?scope=shared', {headers})).json();
                if (items.every(({name}) => name !== values[1])) {
                    const form = new FormData();
                    form.set('name', values[1]);
                    form.set('scope', 'shared');
                    form.append('file', new Blob([photo]), 'photo.jpg');
                    await fetch('/api/v1/people', {method: 'POST', body: form, headers});
                }
                const {cameras} = await (await fetch('/api/v1/cameras', {headers})).json();
                if (cameras.length === 0) {
                    const body = '{"name":"Back door","address":"rtsp://127.0.0.1:9/x","enabled":false}';
                    await fetch('/api/v1/cameras',
                        {method: 'POST', body, headers: {...headers, 'Content-Type': 'application/json'}});
                }
                return null;""", base64(CameraSubject.otherPhoto()), NAME);
        assertThat(answer).isNull();
        browser.click("link", "Rules");
        browser.find("link", "Lists");
        return browser;
    }

    private static void post(String path, String json) {
        assertThat(call("""
                        const answer = await fetch(values[0],
                            {method: 'POST', body: values[1], headers: {...headers, 'Content-Type': 'application/json'}});
                        return answer.status === 201 ? null : await answer.text();""", path, json)).isNull();
    }

    /** What the body of a function of {@code headers} and {@code values} returns. */
    private static Object call(String body, Object... values) {
        return PAGE.browser().runAsync("""
                const [body, token, values] = arguments;
                const done = arguments[arguments.length - 1];
                const work = new Function('headers', 'values', 'return (async () => {' + body + '})()');
                work({Authorization: 'Bearer ' + token}, values).then(done, error => done(String(error)));
                """, body, TOKEN, List.of(values));
    }

    private static String base64(Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
