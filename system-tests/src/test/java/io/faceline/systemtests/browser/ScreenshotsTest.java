package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * Takes screenshots of every page in every state into target/screenshots, on a light desktop and a dark phone; {@code
 * scripts/screenshots} takes them in all variants. Checks that nothing overflows and that the page is accessible.
 */
@Tag("slow")
@Tag("browser")
class ScreenshotsTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withCamera(FakeCamera::ofSitter);

    private static final String CHOOSE = "fl-drop-zone input[multiple]";
    private static final String LONG_NAME =
            "Wolfeschlegelsteinhausenbergerdorff ".repeat(5).strip();

    @TempDir
    private Path folder;

    @Test
    void recognize() {
        var browser = PAGE.browser();
        browser.open(PAGE.url("/"));
        browser.find("dialog");
        shoot("tour");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        shoot("recognize-empty");

        Enrollment.enroll(browser, "Barack Obama", CameraSubject.photo());
        Enrollment.enroll(browser, LONG_NAME, SharedPhotos.biden());
        browser.upload(CHOOSE, CameraSubject.otherPhoto(), SharedPhotos.threePeople(), SharedPhotos.sixPeople());
        browser.awaitText(".photo-tools", "3 photos, 10 faces, 3 named");
        shoot("recognize-answers");
        browser.click("[aria-label='obama2.jpg'] .face-box");
        browser.find("dialog");
        shoot("panel-known");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        browser.click("[aria-label='t1.jpg'] .verdicts li:has(p) button");
        browser.find("dialog");
        shoot("panel-stranger");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
    }

    @Test
    void recognizeManyOrNone() throws IOException {
        PAGE.expectRefusal(415);
        var browser = PAGE.open("/#/recognize");
        browser.upload(CHOOSE, Crowd.in(folder));
        browser.await("many faces", () -> browser.findAll(".face-box").size() > 30);
        shoot("recognize-many-faces");
        browser.click("button", "Clear");
        browser.upload(CHOOSE, SharedPhotos.nobody(), Files.writeString(folder.resolve("letter.jpg"), "Dear reader,"));
        browser.awaitText(".photos", "No face found");
        browser.find(".photos .problem");
        shoot("recognize-none-and-error");
    }

    @Test
    void slowNetwork() {
        var browser = PAGE.open("/#/people");
        browser.awaitText("fl-people-section", "No people yet");
        browser.click("link", "Recognize");
        browser.find(CHOOSE.replace(" input[multiple]", ""));

        browser.throttle(6000, 50_000);
        browser.upload(CHOOSE, CameraSubject.photo());
        browser.awaitText(".photo-summary", "Looking for faces");
        shoot("recognize-working");
        browser.click("link", "People");
        browser.find(".spinner");
        shoot("people-loading");
    }

    @Test
    void unreachableServer() {
        PAGE.expectErrors("net::ERR_BLOCKED_BY_CLIENT");
        var browser = PAGE.open("/#/status");
        browser.find(".pipeline");
        browser.click("link", "People");
        browser.awaitText("fl-people-section", "No people yet");
        browser.click("link", "Recognize");
        browser.find("fl-drop-zone");

        browser.block("*/api/*", "*/health", "*/metrics", "*/ui/videos/videos-page.js");
        browser.upload(CHOOSE, CameraSubject.photo());
        browser.awaitText(".problem", "The server cannot be reached.");
        shoot("unreachable-recognize");
        browser.click("link", "People");
        browser.find(".state.error");
        shoot("unreachable-people");
        browser.click("link", "Status");
        browser.find(".state.error");
        shoot("unreachable-status");
        browser.click("link", "Videos");
        browser.find("main > .state.error");
        shoot("unreachable-page");
    }

    @Test
    void videos() {
        var browser = PAGE.open("/#/videos");
        Enrollment.enroll(browser, "Lin-Manuel Miranda", SharedPhotos.singer());
        browser.awaitText(".jobs", "No videos yet");
        shoot("videos-empty");

        browser.upload("fl-drop-zone input", SharedPhotos.concert());
        browser.find(".job-card");
        shoot("videos-list");
        browser.click(".job-card");
        browser.awaitText("[data-state]", "Done");
        browser.click(".timeline-row[data-tone=sure] .appearance");
        browser.find("fl-track-overlay .face-box");
        shoot("video");
        shootDialogs("video", "Name …", "Delete");
    }

    @Test
    void findAPerson() throws IOException {
        var browser = PAGE.open("/#/videos/find");
        browser.awaitText("fl-find-person", "No videos yet");
        shoot("find-no-videos");

        Enrollment.enroll(browser, "Lin-Manuel Miranda", SharedPhotos.singer());
        Enrollment.enroll(browser, "Alex Lacamoire", SharedPhotos.conductor());
        Enrollment.enroll(browser, LONG_NAME, SharedPhotos.biden());
        browser.click("link", "Upload videos");
        browser.upload(
                "fl-drop-zone input",
                SharedPhotos.concert(),
                Files.copy(
                        SharedPhotos.concert(),
                        folder.resolve("A gala ".repeat(12).strip() + ".mp4")));
        browser.await(
                "both videos",
                () -> browser.findAll(".job-card .tag[data-tone=sure]").size() == 2);
        browser.click("link", "Find a person");
        browser.awaitText("fl-find-person", "Whom are you looking for?");
        shoot("find-whom");
        browser.choose("[name=person]", "Lin-Manuel Miranda");
        browser.awaitText("fl-visit-list", "in 2 videos");
        shoot("find-person");
        NamedByHand.neighboursOfNamedPeople(browser, "Alex Lacamoire");
        browser.choose("[name=together]", "Alex Lacamoire");
        browser.awaitText("fl-visit-list", "Together with");
        shoot("find-together");
        browser.choose("[name=person]", LONG_NAME);
        browser.awaitText("fl-visit-list", "not found");
        shoot("find-nobody");
    }

    @Test
    void live() {
        var browser = PAGE.open("/#/live");
        browser.find("button", "Start the camera");
        shoot("live-start");

        Enrollment.enroll(browser, "Barack Obama", CameraSubject.otherPhoto());
        browser.click("button", "Start the camera");
        browser.awaitText("fl-track-overlay .face-box", "Barack Obama");
        browser.awaitText("[data-stat=delay]", "ms");
        browser.find("button", "Not this person: Barack Obama");
        shoot("live");
        browser.click("button", "Not this person: Barack Obama");
        browser.find("button", "Undo: this is Barack Obama");
        shoot("live-name-taken-off");
        browser.denyCamera();
        browser.click("button", "Stop");
        browser.click("button", "Start the camera");
        browser.find(".state.error");
        shoot("live-no-permission");
    }

    @Test
    void people() {
        var browser = PAGE.open("/#/people");
        browser.awaitText("fl-people-section", "No people yet");
        shoot("people-empty");
        shootDialogs("people", "Sign in as admin", "Delete my data");

        Enrollment.enroll(browser, LONG_NAME, CameraSubject.photo(), CameraSubject.otherPhoto());
        Enrollment.enroll(browser, "مريم المجدلية", SharedPhotos.biden());
        browser.reload();
        browser.await(2, ".person-card");
        shoot("people");
        browser.click(".person-card");
        browser.find(".person-photos img");
        shoot("person");
        shootDialogs("person", "Rename", "Merge with …", "Delete", "Delete this photo");
    }

    @Test
    void addingAPerson() {
        var browser = PAGE.open("/#/people/add");
        browser.find("button", "Use the camera");
        shoot("add");

        browser.click("button", "Use the camera");
        browser.find(".kept img");
        shoot("add-by-camera");
        browser.click("button", "Choose photos");
        browser.upload(CHOOSE, CameraSubject.photo(), SharedPhotos.sixPeople());
        browser.type("[name=name]", "Barack Obama");
        browser.click("button", "Add");
        browser.awaitText(".added", "was not added");
        shoot("add-by-photos");
    }

    @Test
    void statusAndHelp() {
        var browser = PAGE.open("/#/status");
        browser.awaitText(".sum", "adds up");
        shoot("status");

        browser.click("link", "Help");
        browser.find("summary");
        shoot("help");
        browser.findAll("details:not([open]) summary").forEach(topic -> topic.click());
        shoot("help-open");
    }

    /** @param buttons buttons that open a dialog each */
    private static void shootDialogs(String name, String... buttons) {
        var browser = PAGE.browser();
        for (var button : buttons) {
            browser.click("button", button);
            browser.find("dialog");
            shoot(name + "-"
                    + button.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", ""));
            browser.press(Keys.ESCAPE);
            browser.awaitGone("dialog");
        }
    }

    private static void shoot(String state) {
        var browser = PAGE.browser();
        for (var look : PageAppearance.all()) {
            browser.emulate(look.device(), look.scheme(), Motion.REDUCED);
            assertThat(browser.axe()).as(state + " on " + look.label()).isEmpty();
            assertThat(browser.screenshot(state + "-" + look.label())).isNotEmptyFile();
            assertThat(browser.run(
                            "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                    .as("overflow of " + state + " on " + look.label())
                    .isEqualTo(0L);
        }
        browser.emulate(Device.DESKTOP, ColorScheme.LIGHT, Motion.REDUCED);
    }
}
