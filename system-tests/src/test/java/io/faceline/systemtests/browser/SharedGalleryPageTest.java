package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The people of everyone: seen by all, changed by the admin. */
@Tag("slow")
@Tag("browser")
class SharedGalleryPageTest {
    private static final String TOKEN = "as-good-as-any-token";

    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera(Map.of("FACELINE_ADMIN_TOKEN", TOKEN));

    private static final String MINE = "fl-people-section[scope=session]";
    private static final String SHARED = "fl-people-section[scope=shared]";

    @TempDir
    private Path folder;

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
        var browser = PAGE.openPerson("Barack Obama", CameraSubject.photo());
        browser.click("link", "Back to all people");
        signIn(browser, TOKEN);
        browser.awaitText(".toasts", "You are signed in and can change the shared gallery.");
        addToSharedGallery(browser, "Joe Biden");

        browser.beNewVisitor();
        PAGE.open("/#/people");

        browser.awaitText(SHARED, "Joe Biden");
        browser.awaitText(MINE, "No people yet");
        browser.click(SHARED + " .person-card");
        browser.awaitText("h1", "Joe Biden");
        browser.awaitText("fl-person-detail", "Only the admin can change the shared gallery.");
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

        browser.awaitText(".toasts", "1 person imported, 0 rejected.");
        browser.awaitText(SHARED, "Joe Biden");
        deleteFirstOfSharedGallery(browser);
    }

    static void addToSharedGallery(Browser browser, String name) {
        browser.click("link", "Add a person");
        browser.click("button", "Choose photos");
        browser.upload("fl-drop-zone input[multiple]", SharedPhotos.biden());
        browser.type("[name=name]", name);
        browser.find("[name=scope] option[value=shared]").click();
        browser.click("button", "Add");
        browser.awaitText(".added", name + " was added with 1 photo.");
    }

    /** What is shared would be there for the other tests too. */
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

    static void signIn(Browser browser, String token) {
        browser.click("button", "Sign in as admin");
        browser.find("dialog input[type=password]");
        browser.press(token);
        browser.click("button", "OK");
    }
}
