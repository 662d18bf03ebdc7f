package io.faceline.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** That nothing keeps people from using any page or dialog, by day and by night. */
class AccessibilityTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.seenBy(() -> Browser.startWithCamera(FakeCamera.ofSitter()));

    private static final String CHOOSE = "fl-drop-zone input[multiple]";

    private final List<String> faults = new ArrayList<>();

    @AfterEach
    void noFaults() {
        assertThat(faults).isEmpty();
    }

    @Test
    void recognizePage_isAccessible() {
        PAGE.expectRefusal(415);
        var browser = PAGE.browser();
        browser.open(PAGE.url("/"));
        browser.find("dialog");
        look("the tour");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        look("recognize, empty");

        browser.upload(CHOOSE, Sitter.photo(), Sitter.otherPhoto(), SharedPhotos.sixPeople(), SharedPhotos.nobody());
        browser.awaitText(".photo-tools", "8 faces");
        browser.click("[aria-label='obama.jpg'] .face-box");
        browser.find("dialog");
        look("a stranger's panel");
        browser.press("Barack Obama", Keys.ENTER);
        browser.awaitText(".photo-tools", "2 with a name");
        browser.awaitGone("dialog");
        look("recognize, with answers");
        browser.click("[aria-label='obama2.jpg'] .face-box");
        browser.find("dialog");
        look("a known person's panel");
    }

    @Test
    void videoPages_areAccessible() {
        var browser = PAGE.open("/#/videos");
        browser.awaitText(".jobs", "No videos yet");
        look("videos, empty");

        browser.find(".rate option[value='2']").click();
        browser.upload("fl-drop-zone input", SharedPhotos.concert());
        browser.awaitText(".job-card", "Done");
        look("videos");
        browser.click(".job-card");
        browser.find(".shot img");
        look("a video");
        browser.click("button", "Name …");
        browser.find("dialog");
        look("naming a stranger");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        browser.click("button", "Delete");
        browser.find("dialog");
        look("deleting a video");
    }

    @Test
    void livePage_isAccessible() {
        var browser = PAGE.open("/#/live");
        browser.find("button", "Start the camera");
        look("live, before");

        browser.click("button", "Start the camera");
        browser.find("fl-track-overlay .face-box");
        look("live");
        browser.denyCamera();
        browser.click("button", "Stop");
        browser.click("button", "Start the camera");
        browser.find(".state.error");
        look("live, without permission");
    }

    @Test
    void peoplePages_areAccessible() {
        var browser = PAGE.open("/#/people");
        browser.awaitText("fl-people-section", "Nobody yet");
        look("people, empty");
        browser.click("button", "Sign in as admin");
        browser.find("dialog");
        look("signing in");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        Enrollment.enroll(browser, "Barack Obama", Sitter.photo());
        Enrollment.enroll(browser, "Joe Biden", SharedPhotos.biden());
        browser.reload();
        browser.await(2, ".person-card");
        look("people");

        browser.click(".person-card");
        for (var button : List.of("Rename", "Merge into …", "Delete", "Delete this photo")) {
            browser.click("button", button);
            browser.find("dialog");
            look(button);
            browser.press(Keys.ESCAPE);
            browser.awaitGone("dialog");
        }
        look("a person");
    }

    @Test
    void pageToAddAPerson_isAccessible() {
        var browser = PAGE.open("/#/people/add");
        browser.find("button", "By the camera");
        look("adding a person");

        browser.click("button", "By the camera");
        browser.find(".kept img");
        look("capturing");
        browser.click("button", "From photos");
        browser.upload(CHOOSE, Sitter.photo(), SharedPhotos.sixPeople());
        browser.type("[name=name]", "Barack Obama");
        browser.click("button", "Add");
        browser.awaitText(".added", "Not taken");
        look("added");
    }

    @Test
    void statusAndHelp_areAccessible() {
        var browser = PAGE.open("/#/status");
        browser.find(".table");
        look("status");
        browser.click("link", "Help");
        browser.find("summary");
        browser.findAll("details:not([open]) summary").forEach(topic -> topic.click());
        look("help");
    }

    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);

    private void look(String state) {
        for (var scheme : SCHEMES) {
            PAGE.browser().emulate(Device.DESKTOP, scheme, Motion.REDUCED);
            PAGE.browser().axe().forEach(fault -> faults.add(state + ", " + scheme.value + ": " + fault));
        }
    }
}
