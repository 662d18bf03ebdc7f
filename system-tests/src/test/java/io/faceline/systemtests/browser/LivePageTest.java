package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Recognition of a moving person in front of the camera. */
@Tag("slow")
@Tag("browser")
class LivePageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withCamera(FakeCamera::ofSitter);

    @TempDir
    private Path folder;

    @Test
    void nameAndBox_followTheFace() {
        var browser = PAGE.open("/#/live");
        Enrollment.enroll(browser, "Barack Obama", CameraSubject.otherPhoto());

        browser.click("button", "Start the camera");

        browser.awaitText("fl-track-overlay .face-box", "✓\nBarack Obama");
        var lefts = new TreeSet<Double>();
        browser.await("the box to move", () -> {
            lefts.add(leftOfBox(browser));
            return lefts.last() - lefts.first() > 10;
        });
        browser.await("screen readers to hear it", () -> browser.find("[data-announcement]")
                .getDomProperty("textContent")
                .startsWith("This is Barack Obama"));
    }

    /** In percent of the image. */
    private static double leftOfBox(Browser browser) {
        return ((Number) browser.run("return parseFloat(document.querySelector('.face-box').style.left)"))
                .doubleValue();
    }

    @Test
    void wrongName_isTakenOff_staysAway_andCanComeBack() {
        var browser = PAGE.open("/#/live");
        Enrollment.enroll(browser, "Barack Obama", CameraSubject.otherPhoto());
        browser.click("button", "Start the camera");
        browser.awaitText("fl-track-overlay .face-box", "Barack Obama");

        browser.find("button", "Not this person: Barack Obama").sendKeys(Keys.ENTER);

        browser.awaitText("fl-people-in-view li", "This is not Barack Obama.");
        browser.awaitText("fl-track-overlay .face-box", "Unknown");
        browser.await("the server to take it", () -> said(browser) == 1);
        assertNameStaysAway(browser, "Barack Obama");
        browser.find("button", "Undo: this is Barack Obama").sendKeys(Keys.SPACE);
        browser.awaitText("fl-track-overlay .face-box", "Barack Obama");
        browser.find("button", "Not this person: Barack Obama");
        assertThat(said(browser)).isZero();
    }

    /** For two seconds of film, in every frame that is drawn. */
    private static void assertNameStaysAway(Browser browser, String name) {
        var shown = browser.runAsync("""
                const [name, done] = arguments;
                const video = document.querySelector('video');
                const end = video.currentTime + 2;
                const texts = new Set();
                const look = () => {
                    texts.add(document.querySelector('fl-track-overlay').textContent.includes(name));
                    video.currentTime > end ? done([...texts]) : requestAnimationFrame(look);
                };
                look();
                """, name);
        assertThat(shown).isEqualTo(List.of(false));
    }

    /** Of how many tracks something is said by hand. */
    private static long said(Browser browser) {
        return (long) browser.runAsync("""
                const [done] = arguments;
                fetch('/api/v1/corrections').then(answer => answer.json()).then(({items}) => done(items.length), done);
                """);
    }

    @Test
    void figures_tellHowFastItIs() {
        var browser = PAGE.open("/#/live");
        Enrollment.enroll(browser, "Barack Obama", CameraSubject.otherPhoto());

        browser.click("button", "Start the camera");

        browser.awaitText("fl-track-overlay", "Barack Obama");
        browser.await(
                "three seconds of film", () -> browser.run("return document.querySelector('video').currentTime > 3")
                        .equals(true));
        assertThat(figure("shown")).isGreaterThan(10);
        assertThat(figure("recognized")).isGreaterThanOrEqualTo(1);
        assertThat(figure("recognized")).isLessThanOrEqualTo(figure("shown") + 1);
        assertThat(browser.find("[data-stat=delay]").getText()).matches("[\\d,]+ ms");
        assertThat(figure("delay")).isBetween(1.0, 5000.0);
        System.out.printf(
                "live: %.0f frames a second shown, %.0f recognized, %.0f ms from capture to box, not sent / dropped: %s%n",
                figure("shown"),
                figure("recognized"),
                figure("delay"),
                browser.find("[data-stat=dropped]").getText());
    }

    @Test
    void pause_stopsTheFiguresUntilItGoesOn() {
        var browser = PAGE.open("/#/live");
        browser.click("button", "Start the camera");
        browser.await("frames", () -> figure("recognized") >= 1);

        browser.click("button", "Pause");

        browser.await("figures to stop", () -> figure("shown") == 0 && figure("recognized") == 0);
        browser.click("button", "Resume");
        browser.await("frames again", () -> figure("shown") > 10 && figure("recognized") >= 1);
    }

    private static double figure(String name) {
        var text = PAGE.browser().find("[data-stat=" + name + "]").getText().replaceAll("[^\\d.]", "");
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    @Test
    void mirror_turnsThePicture() {
        var browser = PAGE.open("/#/live");
        browser.click("button", "Start the camera");
        var mirrored = browser.find(".stage video").getCssValue("transform");

        browser.click("checkbox", "Mirror");

        assertThat(mirrored).startsWith("matrix(-1,");
        browser.await(
                "the picture as it is",
                () -> browser.find(".stage video").getCssValue("transform").equals("none"));
        browser.click("button", "Stop");
        browser.find("button", "Start the camera");
    }

    @Test
    void snapshot_isSavedWithItsBoxes() throws IOException {
        var browser = PAGE.open("/#/live");
        browser.saveTo(folder);
        browser.click("button", "Start the camera");
        browser.find("fl-track-overlay .face-box");

        browser.click("button", "Snapshot");

        browser.await("the picture", () -> pictures().size() == 1);
        var picture = ImageIO.read(pictures().get(0).toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).isEqualTo(List.of(640, 480));
    }

    private List<Path> pictures() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jpg")).toList();
        }
    }

    @Test
    void deniedCamera_isExplained() {
        var browser = PAGE.open("/#/live");
        browser.denyCamera();

        browser.click("button", "Start the camera");

        browser.awaitText(".state.error", "This page may not use the camera.");
        browser.find("button", "Try again");
    }

    @Test
    void missingCamera_isExplained() {
        try (var browser = Browser.start()) {
            browser.openAgain(PAGE.url("/#/live"));

            browser.click("button", "Start the camera");

            browser.awaitText(".state.error", "No camera found. Connect one and try again.");
        }
    }

    @Test
    void pageThatIsNotSecure_isExplained() {
        var browser = PAGE.open("/#/live");
        browser.run("""
                Object.defineProperty(window, 'isSecureContext', {value: false});
                Object.defineProperty(navigator, 'mediaDevices', {value: undefined});
                """);

        browser.click("button", "Start the camera");

        browser.awaitText(".state.error", "Browsers allow cameras only on secure pages.");
        browser.awaitText(".state.error", "start the server with --https and open https://127.0.0.1:");
    }
}
