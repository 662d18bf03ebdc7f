package io.faceline.ingest.camera.open.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.faceline.ingest.camera.open.Login;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraFault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP cameras do that is not quite HTTP. */
class ScriptedCamerasTest {
    private static final Login LOGIN = new Login("admin", "secret");
    private static final Login WRONG = new Login("admin", "Canary-7!");
    private static final int ENOUGH = 4;

    @TempDir
    static Path folder;

    private final List<byte[]> pictures = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "quoted",
                "dashes",
                "nolength",
                "zerolength",
                "nofirst",
                "wrong",
                "lf",
                "lower",
                "notype",
                "octet",
                "chunked",
                "preamble",
                "nopart",
                "nolength lf",
                "nofirst nolength chunked lower",
                "nopart notype chunked"
            })
    void stream_isReadWhateverIsBetweenThePictures(String quirks) throws Exception {
        try (var camera = mjpeg((quirks + " fps=50 close=" + (ENOUGH + 1)).strip())) {
            var end = catchThrowableOfType(Exception.class, () -> read(camera, "/video", Optional.empty()));

            assertThat(pictures).hasSizeGreaterThanOrEqualTo(ENOUGH).allSatisfy(ScriptedCamerasTest::isWhole);
            assertThat(end == null || end instanceof HttpReading.BusyException || end instanceof CameraException)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth=basic password=secret", "auth=digest password=secret"})
    void password_isAnsweredAsTheCameraAsks(String auth) throws Exception {
        try (var camera = mjpeg(auth + " fps=50 close=" + (ENOUGH + 1))) {
            var unused = catchThrowableOfType(Exception.class, () -> read(camera, "/video", Optional.of(LOGIN)));

            assertThat(pictures).hasSizeGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth=basic password=secret", "auth=digest password=secret"})
    void wrongPassword_isTriedOnceAndNeverRepeatedInWords(String auth) throws Exception {
        try (var camera = mjpeg(auth)) {
            var refused = catchThrowableOfType(
                    HttpReading.BusyException.class, () -> read(camera, "/video", Optional.of(WRONG)));

            assertThat(refused.reason().fault()).isEqualTo(CameraFault.UNAUTHORIZED);
            assertThat(refused.reason()).hasMessageNotContaining("Canary").hasMessageContaining("401");
            assertThat(camera.log()).doesNotContain("Canary");
        }
    }

    @Test
    void cameraThatAsksForAPassword_saysSo() throws Exception {
        try (var camera = mjpeg("auth=digest password=secret")) {
            var refused = catchThrowableOfType(
                    HttpReading.BusyException.class, () -> read(camera, "/video", Optional.empty()));

            assertThat(refused.reason()).hasMessageContaining("asks for a user name");
        }
    }

    @Test
    void redirect_isToldAndNotFollowed() throws Exception {
        try (var camera = mjpeg("redirect=http://user:word@127.0.0.1:1/x")) {
            var redirected =
                    catchThrowableOfType(CameraException.class, () -> read(camera, "/video", Optional.empty()));

            assertThat(redirected.redirectedTo()).hasValue("http://127.0.0.1:1/x");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "html busy"})
    void webPage_isNoPicture(String answers) throws Exception {
        try (var camera = snapshot(answers)) {
            var refused =
                    catchThrowableOfType(CameraException.class, () -> read(camera, "/snap.jpg", Optional.empty()));

            assertThat(refused.fault()).isEqualTo(CameraFault.UNDECODABLE);
            assertThat(refused).hasMessageContaining("web page");
            assertThat(pictures).isEmpty();
        }
    }

    @Test
    void png_isSaid() throws Exception {
        try (var camera = snapshot("png")) {
            var refused =
                    catchThrowableOfType(CameraException.class, () -> read(camera, "/snap.jpg", Optional.empty()));

            assertThat(refused).hasMessageContaining("PNG");
        }
    }

    @Test
    void snapshots_areAskedForOneAfterTheOther() throws Exception {
        try (var camera = snapshot("ok digest ok stale");
                var reading = reading(camera, "/snap.jpg", Optional.of(LOGIN))) {
            for (var i = 0; i < 6; i++) {
                assertThat(reading.ask()).isEqualTo(HttpReading.End.ONE_PICTURE);
            }

            assertThat(pictures).hasSize(6).allSatisfy(ScriptedCamerasTest::isWhole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "500", "429", "404", "403", "drop", "drip:60", "slow:30"})
    void badSnapshot_isNoPicture(String answer) throws Exception {
        try (var camera = snapshot("ok " + answer + " ok");
                var reading = reading(camera, "/snap.jpg", Optional.empty())) {
            assertThat(reading.ask()).isEqualTo(HttpReading.End.ONE_PICTURE);
            var begin = System.nanoTime();
            var unused = catchThrowableOfType(HttpReading.BusyException.class, reading::ask);
            var seconds = (System.nanoTime() - begin) / 1e9;

            assertThat(seconds).isLessThan(9);
            assertThat(reading.ask()).isEqualTo(HttpReading.End.ONE_PICTURE);
        }
    }

    @Test
    void halfPicture_isHandedOutAsItIs() throws Exception {
        try (var camera = mjpeg("cut=2 fps=50 close=8")) {
            var unused = catchThrowableOfType(Exception.class, () -> read(camera, "/video", Optional.empty()));

            assertThat(pictures.stream().filter(ScriptedCamerasTest::ends)).hasSizeBetween(2, pictures.size() - 2);
        }
    }

    private static ScriptedCamera mjpeg(String arguments) throws IOException {
        return start("mjpeg.py", arguments);
    }

    private static ScriptedCamera snapshot(String answers) throws IOException {
        return start("snapshot.py", answers);
    }

    private static ScriptedCamera start(String script, String arguments) throws IOException {
        var words = Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty());
        var all = Stream.concat(Stream.of(ScriptedCamera.clip(folder).toString()), words);
        return ScriptedCamera.start(script, folder, all.toList());
    }

    private HttpReading reading(ScriptedCamera camera, String path, Optional<Login> login) {
        return new HttpReading(
                camera.target(path),
                new HttpSignIn(login),
                (jpeg, arrivedAt) -> pictures.add(jpeg),
                InstantSource.system());
    }

    private void read(ScriptedCamera camera, String path, Optional<Login> login) throws Exception {
        try (var reading = reading(camera, path, login)) {
            var unused = reading.ask();
        }
    }

    private static void isWhole(byte[] jpeg) throws IOException {
        assertThat(ends(jpeg)).isTrue();
        assertThat(ImageIO.read(new ByteArrayInputStream(jpeg)).getWidth()).isEqualTo(160);
    }

    private static boolean ends(byte[] jpeg) {
        return jpeg.length > 4 && jpeg[0] == (byte) 0xFF && jpeg[jpeg.length - 1] == (byte) 0xD9;
    }
}
