package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Names that are taken off people of a video on its page. */
@Tag("slow")
@Tag("browser")
class CorrectionsPageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final String NAMED = "section[aria-label=People] .shot";

    @Test
    void wrongName_isTakenOffAllTracksByOneRequest_andCanComeBack() {
        var browser = PAGE.open("/#/videos");
        Enrollment.enroll(browser, "Lin-Manuel Miranda", SharedPhotos.singer());
        browser.upload("fl-drop-zone input", SharedPhotos.concert());
        browser.click(".job-card");
        browser.awaitText("[data-state]", "Done");
        browser.awaitText(NAMED, "Lin-Manuel Miranda");
        countWrites(browser);

        browser.click("button", "Not this person");

        browser.awaitGone(NAMED);
        browser.awaitText(".toasts", "This is not Lin-Manuel Miranda.");
        assertThat(writes(browser)).isEqualTo(1);
        browser.click(".toast-action");
        browser.awaitText(NAMED, "Lin-Manuel Miranda");
        assertThat(writes(browser)).isEqualTo(2);
    }

    private static void countWrites(Browser browser) {
        browser.run("""
                const real = window.fetch;
                window.writes = 0;
                window.fetch = (path, options) => {
                    window.writes += path.startsWith('/api/v1/corrections') && options?.method ? 1 : 0;
                    return real(path, options);
                };
                """);
    }

    private static long writes(Browser browser) {
        return (long) browser.run("return window.writes");
    }
}
