package io.faceline.cli.cameras;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.vision.video.TestVideos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CamerasCheckCommandTest {
    @TempDir
    Path folder;

    @Test
    void cameraThatIsAway_failsWithTheReason_andWithoutThePassword() {
        var run = CommandLineRun.of("cameras", "check", "rtsp://viewer:c4nary@127.0.0.1:1/stream1");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("address      rtsp://127.0.0.1:1/stream1")
                .contains("result       not reachable: ");
        assertThat(run.out() + run.err()).doesNotContain("c4nary");
    }

    @Test
    @Tag("slow")
    void film_isReported_withItsFaces_andThePictureIsSaved() throws Exception {
        var film = TestPhotos.shared("films/signing/again.mkv");
        var picture = folder.resolve("door.jpg");

        var run = CommandLineRun.of("cameras", "check", film.toString(), "--picture", picture.toString());

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out())
                .contains("result       pictures arrive")
                .containsPattern("picture +\\w+, 640 × 480 pixels, \\d+\\.\\d a second")
                .containsPattern("opening +first picture after \\d+\\.\\d s")
                .containsPattern("faces +1, the largest of [5-9]\\d pixels")
                .contains("sign-in      no password was tried")
                .doesNotContain("--rotate");
        assertThat(Files.readAllBytes(picture)).startsWith(0xFF, 0xD8);
    }

    @Test
    @Tag("slow")
    void turnedFaces_areHintedAt_inJsonToo() {
        var upright = TestPhotos.shared("films/signing/book.mkv");
        var side = TestVideos.make(
                folder.resolve("side.mp4"),
                List.of("-i", upright.toString()),
                "-vf",
                "transpose=1",
                "-c:v",
                "libopenh264",
                "-b:v",
                "3M");

        var run = CommandLineRun.of("cameras", "check", "--json", side.toString());

        var line = run.jsonLines().get(0);
        assertThat(line.path("condition").asText()).isEqualTo("LIVE");
        // Turned clockwise, it is upright again after three quarters.
        assertThat(line.path("faces").path("rotate").asInt()).as(run.out()).isEqualTo(270);
        assertThat(line.path("signInTries").asInt()).isZero();
    }

    @Test
    void placesThatAreTaken_areRefusedBeforeTheCameraIsAsked() throws Exception {
        var taken = Files.writeString(folder.resolve("mine.jpg"), "mine");

        CommandLineRun.of("cameras", "check", "rtsp://10.0.0.7/s", "--picture", taken.toString())
                .assertRefusedInOneLine("--picture");
        CommandLineRun.of("cameras", "check", "rtsp://10.0.0.7/s", "--save-certificate", taken.toString())
                .assertRefusedInOneLine("--save-certificate");
        CommandLineRun.of("up", "--cameras", folder.resolve("no.yml").toString())
                .assertRefusedInOneLine("--cameras");
    }
}
