package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Enrolls a person with automatic camera captures and from files. */
@Tag("slow")
@Tag("browser")
class AddPersonPageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withCamera(AddPersonPageTest::film);

    private static final String CHOOSE = "fl-drop-zone input[multiple]";

    /** Tony Blair in all requested poses; after the first, Andre Agassi appears with his head turned left. */
    private static Path film() {
        return FakeCamera.ofPhotos(
                "poses.mjpeg",
                List.of(
                        SharedPhotos.ofTheWild("Tony_Blair", 35), // straight
                        SharedPhotos.ofTheWild("Andre_Agassi", 7), // left, and before the other's left is kept
                        SharedPhotos.ofTheWild("Andre_Agassi", 7),
                        SharedPhotos.ofTheWild("Tony_Blair", 17), // left
                        SharedPhotos.ofTheWild("Tony_Blair", 15), // right
                        SharedPhotos.ofTheWild("Tony_Blair", 39), // up
                        SharedPhotos.ofTheWild("Tony_Blair", 41))); // down
    }

    @Test
    void camera_takesAllPosesOfOnePersonByItself() {
        var browser = PAGE.open("/#/people/add");

        browser.click("button", "Use the camera");

        browser.awaitText(".capture-hint", "No face found. Move your face into the oval.");
        browser.find("[data-pose=straight] img");
        browser.awaitText(
                ".capture-hint", "This looks like a different person than in the first photo. The photo was not kept.");
        assertThat(browser.findAll(".kept img")).hasSize(1);
        browser.find("[data-pose=left] img");
        browser.find("[data-pose=right] img");
        browser.find("[data-pose=up] img");
        browser.find("[data-pose=down] img");
        browser.awaitText(".capture-hint", "All photos are taken. Enter a name and add the person.");
        assertThat(browser.focused().getDomAttribute("name")).isEqualTo("name");

        browser.press("Tony Blair");
        browser.click("button", "Add");
        browser.awaitText(".added", "Tony Blair was added with 5 photos.");
        browser.click("link", "Try it live");
        browser.click("button", "Start the camera");
        browser.awaitText("fl-track-overlay", "Tony Blair");
    }

    @Test
    void photoOfCapture_isTakenAnewOnceRemoved() {
        var browser = PAGE.open("/#/people/add");
        browser.click("button", "Use the camera");
        var first = browser.find("[data-pose=straight] img").getDomAttribute("src");
        // Without it, the next person of the film could become the first photo, and nobody else is kept after that.
        browser.find("[data-pose=left] img");

        browser.click("button", "Retake photo: Straight");

        browser.await("another photo", () -> !browser.find("[data-pose=straight] img")
                .getDomAttribute("src")
                .equals(first));
    }

    @Test
    void photosOfFiles_areTakenOrRefusedWithAReason() {
        var browser = PAGE.open("/#/people/add");
        browser.click("button", "Choose photos");

        browser.type("[name=name]", "Barack Obama");
        browser.click("button", "Add");
        browser.awaitText(".problem", "Add at least one photo");
        browser.upload(CHOOSE, CameraSubject.photo(), SharedPhotos.sixPeople());
        browser.await(2, ".kept img");
        browser.click("button", "Add");

        browser.awaitText(".added", "Barack Obama was added with 1 photo.");
        browser.awaitText(".added", "t1.jpg was not added. There is more than one face.");
        browser.click("link", "View person");
        browser.awaitText("h1", "Barack Obama");
        browser.await(1, ".person-photos img");
    }

    @Test
    void photosThatAreAllRefused_addNobody() {
        PAGE.expectRefusal(422);
        var browser = PAGE.open("/#/people/add");
        browser.click("button", "Choose photos");
        browser.upload(CHOOSE, SharedPhotos.nobody());
        browser.type("[name=name]", "Nobody");

        browser.click("button", "Add");

        browser.awaitText(".problem", "No face was found.");
        browser.awaitText(".added", "017_0.jpg was not added.");
        browser.click("link", "Back to all people");
        browser.awaitText("fl-people-section[scope=session]", "No people yet");
    }

    @Test
    void lookalike_isAddedOnlyWhenAskedForAgain() {
        PAGE.expectRefusal(422);
        var browser = PAGE.open("/#/people/add");
        Enrollment.enroll(browser, "Barack Obama", CameraSubject.photo());
        browser.click("button", "Choose photos");
        browser.upload(CHOOSE, CameraSubject.otherPhoto());
        browser.type("[name=name]", "His double");

        browser.click("button", "Add");

        browser.awaitText(".problem", "This face already belongs to a person with another name.");
        browser.click("button", "This is a different person: add anyway");
        browser.awaitText(".added", "His double was added with 1 photo.");
    }
}
