package io.faceline.vision.camera.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.faceline.contracts.Blob;
import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clips of the fake cameras, encoded and decoded, at five pictures a second. */
class MotionClipsTest {
    private static final int COLUMNS = 64;
    private static final int ROWS = 36;
    private static final int PER_SECOND = 5;
    private static final int CLIP = 12 * PER_SECOND;

    @TempDir
    static Path folder;

    private final MotionGate gate = new CellMotionGate(Duration.ofSeconds(8));
    private long nanos;

    /** Nothing moves in the film, so that what moves is what the clip is about. */
    @BeforeAll
    static void makeClips() throws IOException, InterruptedException {
        var script = Path.of(System.getProperty("faceline.shared", "../shared"), "cases/cameras/clips.sh");
        assumeTrue(Files.exists(script), "the fake cameras are not there: " + script);
        var still = TestVideos.make(
                folder.resolve("film.mp4"),
                List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=0.1"),
                "-vf",
                "loop=-1:1:0,trim=duration=2",
                "-c:v",
                "mpeg4",
                "-q:v",
                "3");
        var builder = new ProcessBuilder("sh", script.toString(), folder.toString(), still.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clips.log").toFile());
        builder.environment().put("FFMPEG", TestVideos.program().toString());
        var process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("clips.log")))
                .isZero();
    }

    @Test
    void stillClip_opensOnce() throws IOException {
        assertThat(passed("still")).containsOnly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void clock_opensUntilItIsKnown() throws IOException {
        assertThat(passed("osd")).hasSizeGreaterThan(40);
        passed("osd");

        assertThat(passed("osd")).isEmpty();
        assertThat(gate.ignoredCells()).isBetween(8, 40);
    }

    @Test
    void rain_opensLittle() throws IOException {
        passed("rain");

        assertThat(passed("rain")).hasSizeLessThan(10);
    }

    @Test
    void infrared_opensBothTimes() throws IOException {
        var passed = passed("night");

        assertThat(passed).contains(4 * PER_SECOND + 1, 4 * PER_SECOND + 4, 8 * PER_SECOND + 1, 8 * PER_SECOND + 4);
    }

    @Test
    void somebodyMoves_everyPicture() throws IOException {
        var moving = TestVideos.make(
                folder.resolve("moving.mp4"),
                List.of("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=10:duration=6"),
                "-c:v",
                "mpeg4");

        assertThat(show(List.of("-i", moving.toString()))).hasSize(6 * PER_SECOND);
    }

    @Test
    void clipStandsAtItsEnd_opensNothingAfterASecond() throws IOException {
        passed("one");
        nanos += TimeUnit.SECONDS.toNanos(2);

        assertThat(passed("still")).isEmpty();
    }

    private List<Integer> passed(String clip) throws IOException {
        // A raw stream has no times.
        return show(
                List.of("-framerate", "10", "-i", folder.resolve(clip + ".h264").toString()));
    }

    /** The numbers of the pictures that pass. */
    private List<Integer> show(List<String> clip) throws IOException {
        var luma = folder.resolve("luma");
        TestVideos.make(
                luma,
                clip,
                "-vf",
                "fps=" + PER_SECOND + ",scale=" + COLUMNS + ":" + ROWS + ":flags=area,format=gray",
                "-f",
                "rawvideo");
        var bytes = Files.readAllBytes(luma);
        var passed = new ArrayList<Integer>();
        for (var picture = 0; picture < bytes.length / (COLUMNS * ROWS) && picture < CLIP; picture++) {
            var from = picture * COLUMNS * ROWS;
            var grid = new LumaGrid(COLUMNS, ROWS, Blob.wrap(Arrays.copyOfRange(bytes, from, from + COLUMNS * ROWS)));
            nanos += TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            if (gate.passes(grid, nanos)) {
                passed.add(picture);
            }
        }
        return passed;
    }
}
