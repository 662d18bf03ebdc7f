package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Lists, renames, merges, deletes, exports and imports people. */
@Tag("slow")
@Tag("browser")
class PeoplePageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final String MINE = "fl-people-section[scope=session]";

    @TempDir
    private Path folder;

    @Test
    void person_isRenamed() {
        var browser = PAGE.openPerson("Barrack Obama", CameraSubject.photo());

        browser.click("button", "Rename");
        browser.find("dialog input");
        browser.insert("Barack Obama");
        browser.click("button", "OK");

        browser.awaitText("h1", "Barack Obama");
        browser.click("link", "Back to all people");
        browser.awaitText(MINE, "Barack Obama");
        browser.awaitText(MINE, "1 photo");
    }

    @Test
    void photos_comeAndGo() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());

        browser.upload(".page-head input", CameraSubject.otherPhoto());

        browser.awaitText(".toasts", "1 of 1 photos were added.");
        browser.await(2, ".person-photos img");
        browser.awaitText(".page-head", "2 photos");
        browser.click("button", "Delete this photo");
        browser.awaitText("dialog", "The photo and its embedding will be deleted permanently. The person stays.");
        browser.click("dialog .button.danger");
        browser.await(1, ".person-photos img");
    }

    @Test
    void photoOfNobody_isRefusedWithAReason() {
        PAGE.expectRefusal(422);
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());

        browser.upload(".page-head input", SharedPhotos.nobody());

        browser.awaitText(".toasts", "No face was found.");
        browser.await(1, ".person-photos img");
    }

    @Test
    void merge_canBeUndone() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());
        Enrollment.enroll(browser, "Joe Biden", SharedPhotos.biden());

        browser.click("button", "Merge with …");
        browser.awaitText("dialog", "If Barack Obama is the same person as someone else in the list");
        browser.click("dialog .choices button");

        browser.awaitText(".toasts", "Barack Obama was merged into Joe Biden.");
        browser.awaitText("h1", "Joe Biden");
        browser.await(2, ".person-photos img");
        browser.click("button", "Undo merge of Barack Obama");
        browser.awaitText("h1", "Barack Obama");
        browser.await(1, ".person-photos img");
        browser.click("link", "Back to all people");
        browser.await(2, MINE + " .person-card");
    }

    @Test
    void deletedPerson_isUnknownFromTheNextPictureOn() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());

        browser.click("button", "Delete");
        browser.awaitText("dialog h2", "Delete Barack Obama?");
        browser.awaitText("dialog", "Barack Obama, the photo and its embedding will be deleted permanently.");
        browser.awaitText("dialog", "Barack Obama will no longer be recognized.");
        browser.click("dialog .button.danger");

        browser.awaitText(MINE, "No people yet");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "Unknown person.");
    }

    @Test
    void everythingOfMine_canBeDeleted() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");

        browser.click("button", "Delete my data");
        browser.awaitText(
                "dialog", "Your people with their photos and embeddings, your videos and all results will be deleted");
        browser.click("button", "Delete everything");

        browser.awaitText(".toasts", "Your data was deleted.");
        browser.awaitText(MINE, "No people yet");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "Unknown person.");
    }

    /** The photos are enrolled again, as embeddings of a session never leave the matcher. */
    @Test
    void exportOfMine_comesBackByImport_afterAllOfMineIsGone() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());
        browser.saveTo(folder);
        browser.click("link", "Back to all people");
        browser.click("button", "Export");
        var people = browser.saved(folder, "people-session.jsonl");
        browser.click("button", "Delete my data");
        browser.click("button", "Delete everything");
        browser.awaitText(MINE, "No people yet");

        browser.upload(MINE + " input", people);

        browser.awaitText(".toasts", "1 person imported, 0 rejected.");
        browser.awaitText(MINE, "Barack Obama");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "This is Barack Obama");
    }

    @Test
    void peopleOfOneName_comeBackAsTwo() throws IOException {
        var browser = PAGE.openPerson("Ada", CameraSubject.photo());
        Enrollment.enroll(browser, "Eve", SharedPhotos.biden());
        browser.saveTo(folder);
        browser.click("link", "Back to all people");
        browser.click("button", "Export");
        var people = browser.saved(folder, "people-session.jsonl");
        Files.writeString(people, Files.readString(people).replace("\"Eve\"", "\"Ada\""));
        browser.click("button", "Delete my data");
        browser.click("button", "Delete everything");
        browser.awaitText(MINE, "No people yet");

        browser.upload(MINE + " input", people);

        browser.awaitText(".toasts", "2 people imported, 0 rejected.");
        browser.await(
                "two of one name", () -> browser.findAll(MINE + " .person-card").size() == 2);
    }

    @Test
    void knownName_saysWhomItMeans() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");
        browser.click("link", "Add a person");

        browser.type("[name=name]", "Barack Obama");

        browser.awaitText("fl-name-form", "The photos will be added to Barack Obama, who is already in your list.");
    }

    @Test
    void fileThatIsNoExport_isRefusedWithAReason() throws IOException {
        var browser = PAGE.open("/#/people");
        browser.find(MINE + " header button");

        browser.upload(MINE + " input", Files.writeString(folder.resolve("letter.jsonl"), "{\"name\":\"Ada\"\n"));

        browser.awaitText(".toasts", "0 people imported, 1 rejected. Line 1: not JSON from character 14 on");
    }

    @Test
    void names_areTextWhateverTheySay() {
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());

        for (var name : List.of(
                "<img src=x onerror=\"window.isFooled = true\"> ${alert(1)} {count} slot:0; <!--slot:1-->",
                "👩🏽‍🚀 Zoë \"O'Neill\" مريم المجدلية",
                "N".repeat(200))) {
            browser.click("button", "Rename");
            browser.find("dialog input");
            browser.insert(name);
            browser.click("button", "OK");

            browser.await("the name " + name, () -> browser.find("h1").getText().equals(name));
            assertPageIsSound(browser);
            assertNameIsTextEverywhere(browser, name);
        }
    }

    private static void assertNameIsTextEverywhere(Browser browser, String name) {
        browser.click("button", "Delete");
        browser.awaitText("dialog h2", "Delete " + name + "?");
        browser.click("button", "Cancel");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "This is " + name + " (");
        browser.click(".face-box");
        browser.awaitText("dialog .verdict", name);
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");
        browser.click("link", "People");
        browser.awaitText(MINE + " .person-name", name.substring(0, 5));
        assertPageIsSound(browser);
        browser.click(MINE + " .person-card");
    }

    /** Checks that no script was executed and nothing overflows. */
    private static void assertPageIsSound(Browser browser) {
        assertThat(
                        browser.run(
                                "return ['isFooled' in window, document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth]"))
                .isEqualTo(List.of(false, false));
    }
}
