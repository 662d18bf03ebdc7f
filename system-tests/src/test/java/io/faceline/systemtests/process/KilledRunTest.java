package io.faceline.systemtests.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.FacelineMain;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.serde.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own, killed or interrupted in the middle of a video. */
@Tag("slow")
@Tag("alone")
class KilledRunTest {
    private static final int FRAMES_BEFORE_THE_END_COMES = 20;

    @TempDir
    Path folder;

    private Path video;
    private Path gallery;
    private final List<Process> processes = new ArrayList<>();

    @BeforeEach
    void copyTheVideo() throws Exception {
        video = Files.copy(TestPhotos.shared("video/hamilton.mp4"), folder.resolve("film.mp4"));
        gallery = TestPhotos.galleryWithTheWoman(folder.resolve("people"), "Zoë");
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void killedRun_isResumedByTheSameCommand() throws Exception {
        var enrolled = CommandLineRun.of(
                "enroll", "--data", data(), "Ada", gallery.resolve("Zoë").toString());
        assertThat(enrolled.exitCode()).as(enrolled.err()).isZero();
        var killed = start("killed", "recognize", "--json", "--data", data(), "--fps", "10", video.toString());
        awaitFrames("killed");
        killed.destroyForcibly().waitFor();
        var before = wholeLines("killed");

        var resumed = start("resumed", "recognize", "--json", "--data", data(), "--fps", "10", video.toString());
        assertThat(resumed.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(resumed.exitValue()).as(err("resumed") + failures("resumed")).isZero();
        var after = wholeLines("resumed");
        assertThat(after).startsWith(before.toArray(JsonNode[]::new));
        assertThat(after)
                .extracting(line -> line.get("position").asDouble())
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(85);
        var people = CommandLineRun.of("people", "--data", data(), "list");
        assertThat(people.out()).contains("Ada  1 photos").contains("1 people");
    }

    @Test
    void interruptedRun_saysWhatItFoundSoFar() throws Exception {
        // Long enough to be still running at the interruption, on any machine.
        var film = video.toString();
        var run = start("interrupted", "recognize", "--every-face", "--fps", "30", film, film, film, film);
        awaitFrames("interrupted");

        // Handled by the JVM like Ctrl-C, which background processes of a script ignore.
        run.destroy();

        assertThat(run.waitFor(5, TimeUnit.MINUTES)).isTrue();
        var lines = Files.readAllLines(out("interrupted"));
        assertThat(lines).as(err("interrupted")).anyMatch(line -> line.contains("interrupted: the results so far"));
        assertThat(lines.stream().filter(line -> line.contains("frames processed")))
                .hasSizeBetween(1, 3);
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private Process start(String name, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Dfaceline.npm=" + System.getProperty("faceline.npm"),
                "-cp",
                classPath(),
                FacelineMain.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectOutput(out(name).toFile())
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** The jar as users run it, whose manifest names the libraries; the classes of the build where it is not packaged yet. */
    private static String classPath() {
        var command = Path.of(URI.create(FacelineMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Files.isRegularFile(command) ? command.toString() : System.getProperty("java.class.path");
    }

    private void awaitFrames(String name) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> Files.readAllLines(out(name)).size() > FRAMES_BEFORE_THE_END_COMES);
    }

    private Path out(String name) {
        return folder.resolve(name + ".out");
    }

    private String err(String name) throws IOException {
        return Files.readString(folder.resolve(name + ".err"));
    }

    /** The lines of frames that failed. */
    private List<String> failures(String name) throws IOException {
        return Files.readAllLines(out(name)).stream()
                .filter(line -> line.contains("\"error\""))
                .toList();
    }

    /** A killed process may leave an incomplete line. */
    private List<JsonNode> wholeLines(String name) throws IOException {
        var text = Files.readString(out(name));
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(KilledRunTest::json)
                .toList();
    }

    private static JsonNode json(String line) {
        try {
            return Mappers.JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
