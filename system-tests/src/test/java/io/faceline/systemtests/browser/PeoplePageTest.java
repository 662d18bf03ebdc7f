package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Lists, renames, merges, deletes, exports and imports people. */
class PeoplePageTest {
    private static final String TOKEN = "as-good-as-any-token";

    @RegisterExtension
    static final ServedPage PAGE = ServedPage.seenBy(Browser::start, Map.of("FACELINE_ADMIN_TOKEN", TOKEN));

    private static final String MINE = "fl-people-section[scope=session]";
    private static final String SHARED = "fl-people-section[scope=shared]";

    @TempDir
    private Path folder;

    @Test
    void person_isRenamed() {
        var browser = withPerson("Barrack Obama", CameraSubject.photo());

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
        var browser = withPerson("Barack Obama", CameraSubject.photo());

        browser.upload(".page-head input", CameraSubject.otherPhoto());

        browser.awaitText(".toasts", "1 of 1 photos were taken.");
        browser.await(2, ".person-photos img");
        browser.awaitText(".page-head", "2 photos");
        browser.click("button", "Delete this photo");
        browser.awaitText("dialog", "The photo and its embedding go at once. The person stays.");
        browser.click("dialog .button.danger");
        browser.await(1, ".person-photos img");
    }

    @Test
    void photoOfNobody_isRefusedWithAReason() {
        PAGE.expectRefusal(422);
        var browser = withPerson("Barack Obama", CameraSubject.photo());

        browser.upload(".page-head input", SharedPhotos.nobody());

        browser.awaitText(".toasts", "No face was found.");
        browser.await(1, ".person-photos img");
    }

    @Test
    void merge_canBeUndone() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());
        Enrollment.enroll(browser, "Joe Biden", SharedPhotos.biden());

        browser.click("button", "Merge into …");
        browser.awaitText("dialog", "Choose who Barack Obama really is.");
        browser.click("dialog .choices button");

        browser.awaitText(".toasts", "Barack Obama is now Joe Biden, with all photos.");
        browser.awaitText("h1", "Joe Biden");
        browser.await(2, ".person-photos img");
        browser.click("button", "Undo: Barack Obama is somebody else");
        browser.awaitText("h1", "Barack Obama");
        browser.await(1, ".person-photos img");
        browser.click("link", "Back to all people");
        browser.await(2, MINE + " .person-card");
    }

    @Test
    void deletedPerson_isUnknownFromTheNextPictureOn() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());

        browser.click("button", "Delete");
        browser.awaitText("dialog h2", "Delete Barack Obama?");
        browser.awaitText("dialog", "Barack Obama, the photo and its embedding go at once and cannot be brought back.");
        browser.awaitText("dialog", "Barack Obama will be unknown from the next picture on.");
        browser.click("dialog .button.danger");

        browser.awaitText(MINE, "Nobody yet");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "Nobody who is known here.");
    }

    @Test
    void everythingOfMine_canBeDeleted() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");

        browser.click("button", "Delete all that is mine");
        browser.awaitText("dialog", "Your people, their photos and embeddings, your videos and all results go at once");
        browser.click("button", "Delete everything");

        browser.awaitText(".toasts", "Everything is gone.");
        browser.awaitText(MINE, "Nobody yet");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "Nobody who is known here.");
    }

    /** The photos are enrolled again, as embeddings of a session never leave the matcher. */
    @Test
    void exportOfMine_comesBackByImport_afterAllOfMineIsGone() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());
        browser.saveTo(folder);
        browser.click("link", "Back to all people");
        browser.click("button", "Export");
        var people = browser.saved(folder, "people-session.jsonl");
        browser.click("button", "Delete all that is mine");
        browser.click("button", "Delete everything");
        browser.awaitText(MINE, "Nobody yet");

        browser.upload(MINE + " input", people);

        browser.awaitText(".toasts", "1 person came in, 0 refused.");
        browser.awaitText(MINE, "Barack Obama");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", CameraSubject.otherPhoto());
        browser.awaitText(".verdicts", "This is Barack Obama");
    }

    @Test
    void peopleOfOneName_comeBackAsTwo() throws IOException {
        var browser = withPerson("Ada", CameraSubject.photo());
        Enrollment.enroll(browser, "Eve", SharedPhotos.biden());
        browser.saveTo(folder);
        browser.click("link", "Back to all people");
        browser.click("button", "Export");
        var people = browser.saved(folder, "people-session.jsonl");
        Files.writeString(people, Files.readString(people).replace("\"Eve\"", "\"Ada\""));
        browser.click("button", "Delete all that is mine");
        browser.click("button", "Delete everything");
        browser.awaitText(MINE, "Nobody yet");

        browser.upload(MINE + " input", people);

        browser.awaitText(".toasts", "2 people came in, 0 refused.");
        browser.await(
                "two of one name", () -> browser.findAll(MINE + " .person-card").size() == 2);
    }

    @Test
    void knownName_saysWhomItMeans() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");
        browser.click("link", "Add a person");

        browser.type("[name=name]", "Barack Obama");

        browser.awaitText("fl-name-form", "Adds to Barack Obama, whom you have already.");
    }

    @Test
    void fileThatIsNoExport_isRefusedWithAReason() throws IOException {
        var browser = PAGE.open("/#/people");
        browser.find(MINE + " header button");

        browser.upload(MINE + " input", Files.writeString(folder.resolve("letter.jsonl"), "{\"name\":\"Ada\"\n"));

        browser.awaitText(".toasts", "0 people came in, 1 refused. Line 1: not JSON from character 14 on");
    }

    @Test
    void wrongToken_signsNobodyIn() {
        PAGE.expectRefusal(401);
        var browser = PAGE.open("/#/people");

        signIn(browser, "as-wrong-as-any-token");

        browser.awaitText(".toasts", "This is not the admin token of this server.");
        browser.find("button", "Sign in as admin");
        assertThat(browser.findAll(SHARED + " header button")).isEmpty();
    }

    @Test
    void sharedPeople_areSeenByAllAndMineByMeAlone() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");
        signIn(browser, TOKEN);
        browser.awaitText(".toasts", "Signed in. The shared gallery can be changed now.");
        addToSharedGallery(browser, "Joe Biden");

        browser.beNewVisitor();
        PAGE.open("/#/people");

        browser.awaitText(SHARED, "Joe Biden");
        browser.awaitText(MINE, "Nobody yet");
        browser.click(SHARED + " .person-card");
        browser.awaitText("h1", "Joe Biden");
        browser.awaitText("fl-person-detail", "The shared gallery is the admin’s to change.");
        assertThat(browser.findAll(".button.danger")).isEmpty();
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", SharedPhotos.otherBiden());
        browser.awaitText(".verdicts", "This is Joe Biden");
        removeFromSharedGallery(browser);
    }

    @Test
    void exportedGallery_comesBackByImport() {
        var browser = PAGE.open("/#/people");
        browser.saveTo(folder);
        signIn(browser, TOKEN);
        browser.find(SHARED + " header button");
        addToSharedGallery(browser, "Joe Biden");
        browser.click("link", "Back to all people");

        browser.click(SHARED + " header button");
        var people = browser.saved(folder, "people-shared.jsonl");
        deleteFirstOfSharedGallery(browser);
        browser.upload(SHARED + " input", people);

        browser.awaitText(".toasts", "1 person came in, 0 refused.");
        browser.awaitText(SHARED, "Joe Biden");
        deleteFirstOfSharedGallery(browser);
    }

    private static void addToSharedGallery(Browser browser, String name) {
        browser.click("link", "Add a person");
        browser.click("button", "From photos");
        browser.upload("fl-drop-zone input[multiple]", SharedPhotos.biden());
        browser.type("[name=name]", name);
        browser.find("[name=scope] option[value=shared]").click();
        browser.click("button", "Add");
        browser.awaitText(".added", name + " is known now, by 1 photo.");
    }

    /** Shared people would be visible to the other tests. */
    private static void removeFromSharedGallery(Browser browser) {
        browser.click("link", "People");
        signIn(browser, TOKEN);
        browser.find(SHARED + " header button");
        deleteFirstOfSharedGallery(browser);
    }

    private static void deleteFirstOfSharedGallery(Browser browser) {
        browser.click(SHARED + " .person-card");
        browser.click("button", "Delete");
        browser.click("dialog .button.danger");
        browser.awaitText(SHARED, "The shared gallery is empty");
    }

    private static void signIn(Browser browser, String token) {
        browser.click("button", "Sign in as admin");
        browser.find("dialog input[type=password]");
        browser.press(token);
        browser.click("button", "OK");
    }

    @Test
    void names_areTextWhateverTheySay() {
        var browser = withPerson("Barack Obama", CameraSubject.photo());

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

    /** @return the browser on the page of the person */
    private static Browser withPerson(String name, Path photo) {
        var browser = PAGE.open("/#/people");
        Enrollment.enroll(browser, name, photo);
        browser.reload();
        browser.click(MINE + " .person-card");
        browser.awaitText("h1", name);
        return browser;
    }
}
