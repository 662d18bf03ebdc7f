package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.WebElement;

/** Recognition of videos on the page. */
@Tag("slow")
@Tag("browser")
class VideosPageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final String CHOOSE = "fl-drop-zone input";

    @TempDir
    private Path folder;

    @Test
    void video_isSearchedAndShowsWhoAppearsWhen() {
        var browser = PAGE.open("/#/videos");
        browser.awaitText(".jobs", "No videos yet");
        Enrollment.enroll(browser, "Lin-Manuel Miranda", SharedPhotos.singer());

        send(browser, "5");

        browser.find("[role=progressbar]");
        browser.click(".job-card");
        browser.awaitText("h1", "hamilton.mp4");
        browser.awaitText("[data-state]", "Done");
        browser.awaitText("section[aria-label=People] .shot", "Lin-Manuel Miranda");
        browser.awaitText("[data-people]", "Unknown 1");
        browser.await("the best shot", () -> browser.run("""
                return document.querySelector('.shot img').naturalWidth > 0;
                """).equals(true));

        browser.reload();
        browser.awaitText("[data-state]", "Done");
        browser.awaitText("fl-video-timeline", "Lin-Manuel Miranda");

        assertBoxesComeInTime(browser);
        assertThat(fetched(browser, "CSV")).startsWith("frame,position,time,").contains("Lin-Manuel Miranda");
        assertThat(fetched(browser, "JSON")).startsWith("{").contains("Lin-Manuel Miranda");
        assertAppearanceIsSaved(browser);
    }

    private static void assertAppearanceIsSaved(Browser browser) {
        var links = browser.findAll("section[aria-label=People] .shot .save");
        assertThat(links.get(0).getAccessibleName()).startsWith("Save clip of Lin-Manuel Miranda, 0:0");
        assertThat(links.get(1).getAccessibleName()).startsWith("Save shot of Lin-Manuel Miranda at 0:0");

        assertThat(fetched(browser, links.get(0))).contains("ftyp", "Cut by faceline from \"hamilton.mp4\", SHA-256 ");
        assertThat(fetched(browser, links.get(1))).contains("Best shot by faceline from \"hamilton.mp4\", SHA-256 ");
    }

    private static void assertBoxesComeInTime(Browser browser) {
        browser.await("the film", () -> browser.run("return document.querySelector('video').readyState >= 1")
                .equals(true));
        // Of the close-ups; the singer is in the wide shot before them, too, but not in what comes between.
        var appearances = browser.findAll(".timeline-row[data-tone=sure] .appearance");
        var appearance = appearances.get(appearances.size() - 1);
        assertThat(appearance.getAccessibleName()).startsWith("Lin-Manuel Miranda, 0:0");

        browser.run("arguments[0].click()", appearance);

        browser.await("the film to be there", () -> moment(browser) > 1);
        browser.awaitText("fl-track-overlay .face-box", "Lin-Manuel Miranda");
        browser.run("document.querySelector('video').currentTime = 1.7");
        browser.await("his box to go", () -> browser.findAll("fl-track-overlay .face-box").stream()
                .noneMatch(box -> box.getText().contains("Lin-Manuel Miranda")));
        browser.await("the line to follow", () -> browser.run(
                        "return parseFloat(document.querySelector('.playhead').style.left) < 25")
                .equals(true));
    }

    private static double moment(Browser browser) {
        return ((Number) browser.run("return document.querySelector('video').currentTime")).doubleValue();
    }

    private static String fetched(Browser browser, String link) {
        return fetched(browser, browser.find("link", link));
    }

    private static String fetched(Browser browser, WebElement link) {
        return (String) browser.runAsync("""
                const [address, done] = arguments;
                fetch(address).then(answer => answer.arrayBuffer())
                    .then(bytes => done(new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes)), done);
                """, link.getDomProperty("href"));
    }

    @Test
    void runningVideo_canBeCancelledAndDeleted() {
        var browser = PAGE.open("/#/videos");
        send(browser, "30");
        browser.click(".job-card");

        browser.awaitText("[data-state]", "Running");
        browser.find("[data-progress] [role=progressbar]");
        browser.click("button", "Cancel");

        browser.awaitText("[data-state]", "Cancelled");
        browser.click("button", "Delete");
        browser.awaitText(
                "dialog", "The video hamilton.mp4, its best shots and all results will be deleted permanently.");
        browser.click("dialog .row.end .button:not(.danger)");
        browser.awaitGone("dialog");
        browser.awaitText("h1", "hamilton.mp4");
        browser.click("button", "Delete");
        browser.click("dialog .button.danger");
        browser.awaitText(".jobs", "No videos yet");
    }

    @Test
    void finishedVideo_isKept_andMatchedAgainAsAnother() {
        var browser = PAGE.open("/#/videos");
        send(browser, "1");
        browser.awaitText(".job-card", "Done");
        browser.click(".job-card");

        browser.click("button", "Keep");
        browser.await(
                "the button to say so",
                () -> browser.find("button", "Keep").getDomAttribute("title").startsWith("Kept until "));
        browser.click("button", "Match again");
        browser.await(
                "another video",
                () -> browser.find("button", "Keep").getDomAttribute("title").startsWith("Keeps this video"));
        browser.awaitText("[data-people]", "Unknown 1");

        browser.click("link", "Back to all videos");
        browser.await("both videos", () -> browser.findAll(".job-card").size() == 2);
        browser.awaitText(".job-card", "matched again");
        browser.awaitText(".jobs", "kept");
    }

    @Test
    void videoOfEarlier_isThereAfterARestart() {
        var browser = PAGE.browser();
        int port;
        try (var app = ServedApp.startIn(folder.resolve("data"), 0)) {
            port = URI.create(app.url("/")).getPort();
            browser.openAgain(app.url("/#/videos"));
            send(browser, "1");
            browser.awaitText(".job-card", "Done");
            browser.run("location.href = 'about:blank'");
        }

        try (var app = ServedApp.startIn(folder.resolve("data"), port)) {
            browser.openAgain(app.url("/#/videos"));

            browser.awaitText(".job-card", "Done");
            browser.click(".job-card");
            browser.awaitText("h1", "hamilton.mp4");
            browser.awaitText("[data-people]", "Unknown 1");
            browser.run("location.href = 'about:blank'");
        }
    }

    @Test
    void whatIsNoVideo_isSaidInASentence() throws IOException {
        PAGE.expectRefusal(415);
        var text = Files.writeString(folder.resolve("letter.mp4"), "Dear reader,\n");
        var browser = PAGE.open("/#/videos");

        browser.upload(CHOOSE, text);

        browser.awaitText(".uploads", "This file is not an image or video in a supported format.");
        browser.click("button", "Cancel");
        browser.awaitGone("fl-upload-card");
    }

    @Test
    void videoThatIsGone_isSaidInASentence() {
        PAGE.expectRefusal(404);
        var browser = PAGE.open("/#/videos/job-nowhere");

        browser.awaitText(".state.error", "This video does not exist or was deleted.");
        browser.click("link", "Back to all videos");
        browser.awaitText("h1", "Videos");
    }

    private static void send(Browser browser, String framesPerSecond) {
        browser.find(".rate option[value='" + framesPerSecond + "']").click();
        browser.upload(CHOOSE, SharedPhotos.concert());
    }
}
