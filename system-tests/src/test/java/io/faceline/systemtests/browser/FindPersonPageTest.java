package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The search for a person in all videos on the page. */
@Tag("slow")
@Tag("browser")
class FindPersonPageTest {
    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera();

    private static final String SINGER = "Lin-Manuel Miranda";
    private static final String CONDUCTOR = "Alex Lacamoire";
    private static final String PERSON = "[name=person]";
    private static final String TOGETHER = "[name=together]";
    private static final String FOUND = "fl-visit-list";

    @TempDir
    private Path folder;

    @Test
    void person_isFoundInAllVideos_andAVideoOpensAtTheMoment() throws IOException {
        var browser = PAGE.open("/#/videos");
        Enrollment.enroll(browser, SINGER, SharedPhotos.singer());
        sendTwoVideos(browser);

        browser.click("link", "Find a person");
        browser.awaitText("fl-find-person", "Whom are you looking for?");
        browser.choose(PERSON, SINGER);

        browser.awaitText(FOUND, "in 2 videos");
        browser.awaitText(".visit-card", "Gala.mp4");
        browser.await("the shots", () -> browser.run("""
                return [...document.querySelectorAll('.visit-card img')].every(shot => shot.naturalWidth > 0);
                """).equals(true));
        assertThat(browser.find(FOUND + " [download]").getDomProperty("href")).endsWith("&format=csv");
        browser.choose("[name=order]", "Longest first");
        browser.await("the order", () -> browser.url().endsWith("&sort=duration"));

        browser.find(".visit-card").sendKeys(Keys.ENTER);

        // He enters before the first second is over.
        browser.await("the video at that moment", () -> moment(browser) > 0.5 && moment(browser) < 1.5);
        browser.back();
        browser.awaitText(FOUND, "in 2 videos");
        assertThat(browser.find("[name=order]").getDomProperty("value")).isEqualTo("duration");
    }

    @Test
    void twoPeople_areFoundTogether() throws IOException {
        var browser = PAGE.open("/#/videos");
        Enrollment.enroll(browser, SINGER, SharedPhotos.singer());
        Enrollment.enroll(browser, CONDUCTOR, SharedPhotos.conductor());
        sendTwoVideos(browser);
        NamedByHand.neighboursOfNamedPeople(browser, CONDUCTOR);

        browser.click("link", "Find a person");
        browser.choose(PERSON, SINGER);
        browser.choose(TOGETHER, CONDUCTOR);

        browser.awaitText(".visit-card", "Together with " + CONDUCTOR);
        assertThat(browser.findAll(TOGETHER + " option:disabled"))
                .singleElement()
                .satisfies(option -> assertThat(option.getText().strip()).isEqualTo(SINGER));
    }

    @Test
    void longList_comesPageByPage() {
        var browser = PAGE.open("/#/people");
        Enrollment.enroll(browser, SINGER, SharedPhotos.singer());
        findVisits(browser, 120);

        browser.run("location.hash = '#/videos/find'");
        browser.choose(PERSON, SINGER);

        browser.awaitText(FOUND, "The first 50 appearances");
        browser.click("button", "Show more");
        browser.awaitText(FOUND, "The first 100 appearances");
        browser.await(
                "the focus on the first new one",
                () -> browser.focused().getText().contains("Film 50"));
        browser.click("button", "Show more");
        browser.awaitText(FOUND, "120 appearances in 120 videos");
        browser.awaitGone(FOUND + " .more");
    }

    /** As if the server had found so many, each in a video of its own. */
    private static void findVisits(Browser browser, int count) {
        browser.run("""
                const [count] = arguments;
                const moment = (millis) => ({millis, sequence: 0, frame: null, time: '2026-05-04T11:30:03.600Z'});
                const visits = Array.from({length: count}, (_, i) => ({
                    id: `visit-${i}`, job: {id: `job-${i}`, title: `Film ${i}.mp4`}, decision: i % 3 ? 'match' : 'uncertain',
                    person: null, unknown: null, cause: i % 3 ? null : 'UNSURE_FRAMES', from: moment(3600), to: moment(7800),
                    seconds: 4.2, frames: 22, similarity: 0.5, bestShot: null, others: []}));
                const answers = {
                    '/api/v1/jobs': () => ({items: [{state: 'DONE'}], next: null}),
                    '/api/v1/visits': (query) => {
                        const from = Number(query.get('cursor') ?? 0);
                        const end = from + Number(query.get('limit'));
                        return {items: visits.slice(from, end), next: end < count ? String(end) : null};
                    }};
                const real = window.fetch;
                window.fetch = (path, options) => {
                    const {pathname, searchParams} = new URL(path, location.href);
                    const answer = answers[pathname];
                    return answer ? Promise.resolve(Response.json(answer(searchParams))) : real(path, options);
                };
                """, count);
    }

    @Test
    void wordsSayWhatToDo_whereNothingIsFound() {
        var browser = PAGE.open("/#/videos/find");
        browser.awaitText("fl-find-person", "Upload videos first.");

        browser.click("link", "Upload videos");
        browser.upload("fl-drop-zone input", SharedPhotos.concert());
        browser.find(".job-card");
        browser.click("link", "Find a person");
        browser.awaitText("fl-find-person", "Add a person with a photo");
        Enrollment.enroll(browser, "Joe Biden", SharedPhotos.biden());
        browser.reload();
        browser.choose(PERSON, "Joe Biden");

        browser.awaitText(FOUND, "Joe Biden was not found in your videos");
        browser.awaitText(FOUND, "open it and press “Match again” if the person was added later");
    }

    @Test
    void personOnTheirPage_isFoundInVideos() {
        var browser = PAGE.openPerson(SINGER, SharedPhotos.singer());

        browser.click("link", "Find in videos");

        browser.awaitText("h1", "Find a person");
        assertThat(browser.url()).contains("/#/videos/find?person=");
    }

    /** The same film under two names; returns once both were searched. */
    private void sendTwoVideos(Browser browser) throws IOException {
        browser.upload(
                "fl-drop-zone input",
                SharedPhotos.concert(),
                Files.copy(SharedPhotos.concert(), folder.resolve("Gala.mp4")));
        browser.await(
                "both videos",
                () -> browser.findAll(".job-card .tag[data-tone=sure]").size() == 2);
    }

    private static double moment(Browser browser) {
        return ((Number) browser.run("return document.querySelector('video')?.currentTime ?? 0")).doubleValue();
    }
}
