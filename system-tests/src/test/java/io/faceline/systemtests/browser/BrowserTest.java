package io.faceline.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** Checks that the test browser sees what a user would see and reports faults. */
@Tag("slow")
@Tag("browser")
class BrowserTest {
    private static ServedApp app;
    private static Browser browser;

    @BeforeAll
    static void start() {
        browser = Browser.startWithCamera(FakeCamera.ofSitter());
        app = ServedApp.start();
    }

    @AfterAll
    static void close() {
        if (app != null) {
            app.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void newVisitor() {
        browser.beNewVisitor();
    }

    @Test
    void page_opensWithoutFault() {
        browser.open(app.url("/"));

        assertThat(browser.title()).contains("faceline");
        assertThat(browser.text()).isNotBlank();
        assertThat(browser.consoleErrors()).isEmpty();
        assertThat(browser.foreignRequests()).isEmpty();
        assertThat(browser.axe()).isEmpty();
    }

    @Test
    void camera_showsTheSitterMoving() {
        browser.open(app.url("/"));

        var seen = camera("""
                const frames = new Set();
                while (frames.size < 3) {
                    frames.add(await frame());
                }
                const photo = await new Promise(next => canvas.toBlob(next, 'image/jpeg'));
                const answer = await fetch('/api/v1/recognize', {method: 'POST', body: photo});
                return [video.videoWidth, video.videoHeight, (await answer.json()).outcome.value.faces.length];
                """);

        assertThat(seen).isEqualTo(List.of(640L, 480L, 1L));
    }

    @Test
    void camera_canBeDenied() {
        browser.open(app.url("/"));

        browser.denyCamera();

        assertThat(camera("return 'allowed'")).isEqualTo("NotAllowedError: Permission denied");
    }

    @Test
    void filmOfNobody_hasNoFace() throws Exception {
        var frame = new ByteArrayOutputStream();
        ImageIO.write(ImageIO.read(FakeCamera.ofNobody().toFile()), "jpg", frame);

        var answer = app.client().post("/api/v1/recognize", "image/jpeg", frame.toByteArray());

        assertThat(answer.text()).contains("\"faces\":[]");
    }

    private static Object camera(String use) {
        return browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const video = Object.assign(document.createElement('video'), {muted: true});
                const canvas = Object.assign(document.createElement('canvas'), {width: 640, height: 480});
                async function frame() {
                    await new Promise(next => video.requestVideoFrameCallback(next));
                    canvas.getContext('2d').drawImage(video, 0, 0);
                    return canvas.toDataURL();
                }
                async function use() {
                    %s
                }
                async function look() {
                    video.srcObject = await navigator.mediaDevices.getUserMedia({video: true});
                    await video.play();
                    const result = await use();
                    video.srcObject.getTracks().forEach(track => track.stop());
                    return result;
                }
                look().then(done, failure => done(String(failure)));
                """.formatted(use));
    }

    @Test
    void elements_areFoundByRoleAndName() {
        openBarePage("");
        browser.run("""
                const host = document.createElement('div');
                document.body.replaceChildren(host);
                host.attachShadow({mode: 'open'}).innerHTML =
                    '<button hidden>Go</button><label>Name<input></label><button id="seen">Go</button>';
                """);

        assertThat(browser.find("button", "Go").getDomAttribute("id")).isEqualTo("seen");
        browser.find("textbox", "Name").click();
        browser.press("Zoë", Keys.TAB);
        assertThat(browser.find("textbox", "Name").getDomProperty("value")).isEqualTo("Zoë");
    }

    @Test
    void errorsInThePage_areHeardOnce() {
        openBarePage("");
        browser.run("setTimeout(() => { throw new Error('not my day'); }); fetch('/nothing-there');");

        var heard = new ArrayList<String>();
        browser.await("both errors", () -> {
            heard.addAll(browser.consoleErrors());
            return heard.stream().anyMatch(error -> error.contains("not my day"))
                    && heard.stream().anyMatch(error -> error.contains("/nothing-there"));
        });
        assertThat(browser.consoleErrors()).noneMatch(heard::contains);
    }

    @Test
    void requestsElsewhere_areHeard() {
        openBarePage("");
        browser.run("new Image().src = 'http://elsewhere.example/pixel.png'; fetch('/health');");

        browser.await(
                "the request", () -> browser.foreignRequests().equals(List.of("http://elsewhere.example/pixel.png")));
    }

    @Test
    void graveFaults_areTold() {
        openBarePage("<img src='data:,'><button></button>");

        assertThat(browser.axe())
                .anyMatch(fault -> fault.startsWith("critical image-alt: "))
                .anyMatch(fault -> fault.startsWith("critical button-name: "));
    }

    @Test
    void phoneByNight_isEmulated() throws Exception {
        browser.emulate(Device.PHONE, ColorScheme.DARK, Motion.REDUCED);
        browser.open(app.url("/"));

        assertThat(browser.run("return [screen.width, devicePixelRatio, navigator.maxTouchPoints]"))
                .isEqualTo(List.of(390L, 2L, 1L));
        assertThat(browser.run("""
                        return matchMedia('(prefers-color-scheme: dark)').matches
                            && matchMedia('(prefers-reduced-motion: reduce)').matches
                            && matchMedia('(pointer: coarse)').matches
                        """)).isEqualTo(true);
        var screenshot = ImageIO.read(browser.screenshot("harness-phone-dark").toFile());
        assertThat(screenshot.getWidth()).isGreaterThanOrEqualTo(780);
        assertThat(screenshot.getHeight()).isGreaterThanOrEqualTo(1688);
    }

    @Test
    void files_areChosen() {
        openBarePage("<input id='mine' type='file' multiple hidden>");

        browser.upload("#mine", CameraSubject.photo(), CameraSubject.otherPhoto());

        assertThat(browser.run("return [...document.querySelector('#mine').files].map(file => file.name)"))
                .isEqualTo(List.of("obama.jpg", "obama2.jpg"));
    }

    @Test
    void files_areDropped() {
        openBarePage("<h1>Here</h1>");
        browser.run("""
                const target = document.querySelector('h1');
                target.addEventListener('dragover', event => event.preventDefault());
                target.addEventListener('drop', event => {
                    event.preventDefault();
                    target.textContent = [...event.dataTransfer.files].map(file => file.name + ' ' + file.size);
                });
                """);

        browser.drop("h1", CameraSubject.photo());

        browser.await("the drop", () -> browser.find("h1").getText().matches("obama.jpg \\d{5,}"));
    }

    @Test
    void network_isSlowOrGone() {
        browser.open(app.url("/"));

        browser.throttle(300, 100_000);
        assertThat((Double) fetched()).isGreaterThan(250);
        browser.unplug();
        assertThat(fetched()).isEqualTo("TypeError: Failed to fetch");
        browser.beNewVisitor();
        browser.open(app.url("/"));
        assertThat((Double) fetched()).isLessThan(250);
    }

    /** An empty page of this server, with its content policy. */
    private static void openBarePage(String body) {
        browser.open(app.url("/health"));
        browser.run("document.body.innerHTML = arguments[0]", body);
    }

    private static Object fetched() {
        return browser.runAsync("""
                const done = arguments[arguments.length - 1];
                const start = performance.now();
                fetch('/health').then(() => done(performance.now() - start + 0.001), failure => done(String(failure)));
                """);
    }
}
