package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shared gallery whose people are recognized for everyone and listed for the admin, as off loopback. */
@Tag("slow")
@Tag("browser")
class PrivateGalleryPageTest {
    private static final String TOKEN = "as-good-as-any-token";

    @RegisterExtension
    static final ServedPage PAGE =
            ServedPage.withoutCamera(Map.of("FACELINE_ADMIN_TOKEN", TOKEN, "FACELINE_SHARED_GALLERY", "private"));

    private static final String SHARED = "fl-people-section[scope=shared]";

    @Test
    void sharedPeople_areRecognizedForEveryone_andListedForTheAdmin() {
        PAGE.expectRefusal(403);
        var browser = PAGE.open("/#/people");
        browser.awaitText(SHARED, "The shared gallery is private");
        SharedGalleryPageTest.signIn(browser, TOKEN);
        browser.awaitText(SHARED, "The shared gallery is empty");
        SharedGalleryPageTest.addToSharedGallery(browser, "Joe Biden");
        browser.click("link", "Back to all people");
        browser.awaitText(SHARED, "Joe Biden");
        browser.find(SHARED + " .person-card img[src^=blob]");
        browser.screenshot("private-gallery-admin");
        browser.click(SHARED + " .person-card");
        browser.awaitText("h1", "Joe Biden");
        browser.find("fl-person-detail img[src^=blob]");

        browser.beNewVisitor();
        PAGE.open("/#/people");
        browser.awaitText(SHARED, "The shared gallery is private");
        assertThat(browser.findAll(SHARED + " .person-card")).isEmpty();
        browser.screenshot("private-gallery-visitor");
        browser.click("link", "Recognize");
        browser.upload("fl-drop-zone input[multiple]", SharedPhotos.otherBiden());
        browser.awaitText(".verdicts", "This is Joe Biden");
    }
}
