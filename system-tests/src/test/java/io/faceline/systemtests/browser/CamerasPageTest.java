package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;

/** The wall of cameras, one camera large, and the form; cameras are films that the server plays. */
@Tag("slow")
@Tag("browser")
class CamerasPageTest {
    private static final String TOKEN = "as-good-as-any-token";
    private static final Path FOLDER = Path.of(System.getProperty("faceline.root"), "system-tests/target/fake-camera");

    @RegisterExtension
    static final ServedPage PAGE = ServedPage.withoutCamera(Map.of(
            "FACELINE_ADMIN_TOKEN",
            TOKEN,
            "FACELINE_CAMERA_FILES",
            FOLDER.toAbsolutePath().normalize().toString(),
            "FACELINE_CAMERA_LOCAL_ADDRESSES",
            "true",
            "FACELINE_SECRET_KEY",
            "a-secret-key-of-this-test"));

    private static final String TILES = "fl-camera-tile";
    private static final String LIVE = "fl-camera-picture[data-kind=live]";

    /** Cameras of one test would be there for the next. */
    @AfterEach
    void deleteCameras() {
        PAGE.browser().block();
        PAGE.browser().run("location.hash = '#/help'");
        PAGE.browser().runAsync("""
                const done = arguments[arguments.length - 1];
                const headers = {Authorization: 'Bearer ' + arguments[0]};
                async function deleteAll() {
                    const {cameras} = await (await fetch('/api/v1/cameras', {headers})).json();
                    for (const {id} of cameras) {
                        await fetch('/api/v1/cameras/' + id, {method: 'DELETE', headers});
                    }
                }
                deleteAll().then(() => done(), error => done(String(error)));
                """, TOKEN);
    }

    @Test
    void cameras_areTheAdminsToSee() {
        PAGE.expectRefusal(403);
        var browser = PAGE.open("/#/cameras");

        browser.awaitText(".state", "Only the admin sees the cameras");
        assertThat(browser.findAll(TILES)).isEmpty();
        assertThat(browser.axe()).isEmpty();

        SharedGalleryPageTest.signIn(browser, TOKEN);
        browser.awaitText(".state", "No cameras yet");
        browser.find("link", "Add a camera");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void addedCamera_livesOnTheWallWithNames() {
        var browser = openAsAdmin();
        addToSharedGallery(browser, "Barack Obama");
        browser.click("link", "Cameras");
        addByForm(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        browser.awaitText("h1", "Front door");
        browser.find(LIVE);
        browser.awaitText("fl-camera-picture .face-box", "Barack Obama");
        browser.awaitText("[data-people]", "Barack Obama");
        browser.awaitText("[data-figures]", "640×480");

        browser.click("link", "Back to all cameras");

        browser.await(1, TILES);
        browser.find(LIVE);
        browser.awaitText(".camera-summary", "1 camera live");
        browser.awaitText(TILES + " .camera-people", "Barack Obama");
        browser.awaitText(TILES + " .face-box", "Barack Obama");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void pausedCamera_showsNoPictureUntilItIsResumed() {
        // A picture may be asked for at the moment at which the camera is switched off.
        PAGE.expectRefusal(503);
        var browser = openAsAdmin();
        define(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        browser.click(TILES + " a");
        browser.find(LIVE);

        browser.click("button", "Pause");
        browser.awaitText("fl-camera-picture[data-kind=off]", "Switched off");
        assertThat(browser.findAll("fl-camera-picture img[src]")).isEmpty();

        browser.click("button", "Resume");
        browser.find(LIVE);
    }

    @Test
    void cameraThatIsAway_neverLooksAlive() {
        var browser = openAsAdmin();
        define(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        define(browser, "Back door", "rtsp://127.0.0.1:9/stream1");

        browser.await(2, TILES);
        browser.awaitText("fl-camera-picture[data-kind=away]", "Cannot be reached");
        browser.awaitText(".camera-summary", "1 camera live · 1 needs attention");
        assertThat(browser.axe()).isEmpty();

        browser.click("link", "Back door");
        browser.awaitText(".camera-advice", "Check that the camera has power");
        assertThat(browser.axe()).isEmpty();
        browser.click("button", "Try now");
        browser.awaitText(".toasts", "The camera is being opened again.");
    }

    @Test
    void lostServer_leavesNothingThatLooksAlive() {
        PAGE.expectErrors("net::ERR_");
        var browser = openAsAdmin();
        define(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        browser.find(LIVE);

        browser.block("*/api/v1/cameras*");

        browser.find("fl-camera-picture[data-kind=away]");
        browser.find(".camera-age");
    }

    @Test
    void camera_isChanged() {
        var browser = openAsAdmin();
        define(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        browser.click(TILES + " a");
        browser.find(LIVE);
        browser.click("link", "Change");
        browser.type("[name=name]", "Gate");
        openAll(browser);
        browser.find("fl-area-editor canvas");
        browser.click("button", "Add an area");
        browser.find("group", "Area 1");
        assertThat(browser.axe()).isEmpty();

        browser.click("button", "Save");

        browser.awaitText("h1", "Gate");
        assertThat(browser.run("return location.hash")).isEqualTo("#/cameras/front-door");
        assertThat(areas(browser, "front-door")).isEqualTo(1L);
    }

    @Test
    void deletedCamera_isGone() {
        // The same of one that is deleted.
        PAGE.expectRefusal(404);
        PAGE.expectRefusal(503);
        var browser = openAsAdmin();
        define(browser, "Front door", film("sitter", FakeCamera.ofSitter()));
        browser.click(TILES + " a");
        browser.click("button", "Delete");
        browser.awaitText("dialog", "Front door is no longer read.");
        browser.press(Keys.ESCAPE);
        browser.awaitGone("dialog");

        browser.click("button", "Delete");
        browser.click("dialog .button.danger");

        browser.awaitText(".state", "No cameras yet");
    }

    @Test
    void pastedPassword_movesToItsField() {
        var browser = openAsAdmin();
        browser.click("link", "Add a camera");

        browser.type("[name=address]", "rtsp://viewer:p@ss/word@10.0.0.7/stream1");
        browser.press(Keys.TAB);

        browser.awaitText(".toasts", "moved to their own fields");
        assertThat(value(browser, "address")).isEqualTo("rtsp://10.0.0.7/stream1");
        assertThat(value(browser, "user")).isEqualTo("viewer");
        assertThat(value(browser, "password")).isEqualTo("p@ss/word");
    }

    @Test
    void check_showsThePictureBeforeAnythingIsSaved() {
        var browser = openAsAdmin();
        browser.click("link", "Add a camera");
        browser.type("[name=name]", "Front door");
        browser.type("[name=address]", film("sitter", FakeCamera.ofSitter()));

        browser.click("button", "Check");

        browser.awaitText(".check-result", "The camera works");
        browser.awaitText(".check-result", "640×480");
        browser.find(".check-result img");
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void wall_isShotWithOneFourAndSixteenCameras() {
        var browser = openAsAdmin();
        var film = film("sitter", FakeCamera.ofSitter());
        define(browser, "Camera 1", film);
        browser.awaitText(".camera-summary", "1 camera live");
        shootWall("cameras-1");
        define(browser, "Camera 2", film);
        define(browser, "Camera 3", film);
        define(browser, "Broken", "rtsp://127.0.0.1:9/stream1");
        browser.awaitText(".camera-summary", "3 cameras live · 1 needs attention");
        shootWall("cameras-4");
        for (var i = 4; i <= 15; i++) {
            define(browser, "Camera " + i, film);
        }
        browser.awaitText(".camera-summary", "15 cameras live · 1 needs attention");
        shootWall("cameras-16");
    }

    private static void shootWall(String name) {
        var browser = PAGE.browser();
        browser.find(LIVE);
        for (var look : PageAppearance.all()) {
            browser.emulate(look.device(), look.scheme(), Motion.REDUCED);
            assertThat(browser.axe()).as(name + " on " + look.label()).isEmpty();
            assertThat(browser.screenshot(name + "-" + look.label())).isNotEmptyFile();
            assertThat(browser.run(
                            "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))
                    .as("overflow of " + name + " on " + look.label())
                    .isEqualTo(0L);
        }
        browser.emulate(Device.DESKTOP, ColorScheme.LIGHT, Motion.REDUCED);
    }

    private static Browser openAsAdmin() {
        var browser = PAGE.open("/#/help");
        browser.run("sessionStorage.setItem('faceline.admin', arguments[0])", TOKEN);
        browser.click("link", "Cameras");
        browser.find("link", "Add a camera");
        return browser;
    }

    private static void addToSharedGallery(Browser browser, String name) {
        var answer = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const [token, name, photo] = arguments;
                const form = new FormData();
                form.set('name', name);
                form.set('scope', 'shared');
                form.append('file', new Blob([Uint8Array.from(atob(photo), (c) => c.charCodeAt(0))]), 'photo.jpg');
                fetch('/api/v1/people', {method: 'POST', body: form, headers: {Authorization: 'Bearer ' + token}})
                    .then(answer => done(answer.status), error => done(String(error)));
                """, TOKEN, name, base64(CameraSubject.otherPhoto()));
        assertThat(answer).isEqualTo(201L);
    }

    private static void addByForm(Browser browser, String name, String address) {
        browser.click("link", "Add a camera");
        browser.type("[name=name]", name);
        browser.type("[name=address]", address);
        browser.click("button", "Add");
    }

    private static void define(Browser browser, String name, String address) {
        var answer = browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const [token, name, address] = arguments;
                const headers = {Authorization: 'Bearer ' + token, 'Content-Type': 'application/json'};
                fetch('/api/v1/cameras', {method: 'POST', headers, body: JSON.stringify({name, address, framesPerSecond: 2})})
                    .then(answer => done(answer.status), error => done(String(error)));
                """, TOKEN, name, address);
        assertThat(answer).isEqualTo(201L);
    }

    private static Object areas(Browser browser, String id) {
        return browser.runAsync("""
                const done = arguments[arguments.length - 1];
                fetch('/api/v1/cameras/' + arguments[1], {headers: {Authorization: 'Bearer ' + arguments[0]}})
                    .then(answer => answer.json())
                    .then(({ignored}) => done(ignored.length), error => done(String(error)));
                """, TOKEN, id);
    }

    private static void openAll(Browser browser) {
        browser.findAll("details:not([open]) summary").forEach(topic -> topic.click());
    }

    private static Object value(Browser browser, String name) {
        return browser.find("[name=" + name + "]").getDomProperty("value");
    }

    /** A film of JPEGs as a video, which the server plays as a camera; its address. */
    private static String film(String name, Path jpegs) {
        var video = FOLDER.resolve(name + ".mp4").toAbsolutePath().normalize();
        if (Files.notExists(video)) {
            TestVideos.make(
                    video,
                    List.of("-f", "mjpeg", "-framerate", "15", "-i", jpegs.toString()),
                    "-c:v",
                    "libopenh264",
                    "-b:v",
                    "2M",
                    "-g",
                    "15",
                    "-pix_fmt",
                    "yuv420p");
        }
        return video.toUri().toString();
    }

    private static String base64(Path file) {
        try {
            return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
