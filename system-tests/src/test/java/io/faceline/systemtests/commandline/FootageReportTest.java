package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.Blob;
import io.faceline.vision.image.decode.ImageDecoder;
import io.faceline.vision.image.decode.ImageLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report page and best shots of a video through the command line and all stages. */
@Tag("slow")
class FootageReportTest {
    @TempDir
    Path folder;

    @Test
    void pageAndPictures_ofAVideo() throws Exception {
        var page = folder.resolve("found.html");
        var shots = folder.resolve("shots");

        var run = CommandLineRun.of(
                "recognize",
                "--gallery",
                gallery().toString(),
                "--report",
                page.toString(),
                "--best-shots",
                shots.toString(),
                TestPhotos.shared("video/hamilton.mp4").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(page))
                .contains("Searched for", "Alex Lacamoire, Lin-Manuel Miranda")
                .containsPattern("aria-label=\"\u2068Lin-Manuel Miranda\u2069: named 0:00\\.[89].*; named 0:03\\.[456]")
                .contains("class=\"box\"")
                .doesNotContain("could not be read again");
        assertThat(run.out()).containsPattern("and \\d+ faces too small, blurred or short to tell apart");
        var picture = Files.readAllBytes(shots.resolve("hamilton-Lin-Manuel Miranda.jpg"));
        try (var frame = new ImageDecoder(ImageLimits.DEFAULT).decode(Blob.wrap(picture))) {
            assertThat(frame.width()).isEqualTo(640);
        }
    }

    @Test
    void unwritablePlaces_endTheCommandBeforeItBegins() throws IOException {
        var video = Files.createFile(folder.resolve("film.mp4")).toString();
        var report = folder.resolve("missing/found.html").toString();

        var page = CommandLineRun.of("recognize", "--report", report, video);
        var shots = CommandLineRun.of("recognize", "--best-shots", video, video);

        assertThat(page.exitCode()).isEqualTo(2);
        assertThat(page.err()).contains("--report: " + report + " cannot be written: its folder does not exist");
        assertThat(shots.exitCode()).isEqualTo(2);
        assertThat(shots.err()).contains("--best-shots: " + video + " cannot be written");
    }

    private Path gallery() throws IOException {
        var stills = TestPhotos.shared("photos/face_recognition");
        var people = folder.resolve("people");
        copy(stills.resolve("lin-manuel-miranda.png"), people.resolve("Lin-Manuel Miranda"));
        copy(stills.resolve("alex-lacamoire.png"), people.resolve("Alex Lacamoire"));
        return people;
    }

    private static void copy(Path photo, Path person) throws IOException {
        Files.createDirectories(person);
        Files.copy(photo, person.resolve(photo.getFileName()));
    }
}
