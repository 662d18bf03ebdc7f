package io.faceline.systemtests.cameras;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Films that are played as cameras: those of the shared test data, which are not part of the project. */
public final class CameraFilms {
    /** Five people who sign a word each; a person is the first letter of the clips' labels. */
    static final List<String> SIGNING =
            List.of("again", "bird", "book", "brother", "eat", "help", "hungry", "learn", "milk", "night");

    private CameraFilms() {}

    /** The folder of the films; the test is skipped if it is missing. */
    public static Path folder() {
        var films = Path.of(System.getProperty("faceline.shared"), "data", "films");
        assumeThat(films)
                .as("the shared test data, which is not part of the project")
                .exists();
        return films;
    }

    public static Path signing(String word) {
        return folder().resolve("signing").resolve(word + ".mkv");
    }

    /** This film at 640 × 360 pixels and 10 frames a second, half of it with the people of a clip and half of it still. */
    static Path small(String word, Path target) {
        var still = "tpad=stop_mode=clone:stop_duration=6";
        return TestVideos.make(
                target,
                List.of("-i", signing(word).toString()),
                "-vf",
                "scale=640:360,fps=10," + still,
                "-c:v",
                "libopenh264",
                "-b:v",
                "800k",
                "-g",
                "10",
                "-pix_fmt",
                "yuv420p");
    }

    /** A frame of a clip as a JPEG. */
    public static byte[] still(String word, int frame, Path folder) {
        var file = TestVideos.make(
                folder.resolve(word + "-" + frame + ".jpg"),
                List.of("-i", signing(word).toString()),
                "-vf",
                "select=eq(n\\," + frame + ")",
                "-frames:v",
                "1",
                "-q:v",
                "2");
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
