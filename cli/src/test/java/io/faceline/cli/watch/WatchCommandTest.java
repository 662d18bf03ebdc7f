package io.faceline.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One camera on the terminal, with the in-process Kafka and all stages that it needs. */
@Tag("slow")
class WatchCommandTest {
    private static final String SIGNER = "The Signer";

    @TempDir
    Path folder;

    @Test
    void personInFrontOfTheCamera_isNamed_andTheEndSumsUp() throws Exception {
        var run = CommandLineRun.of(
                "watch",
                "--gallery",
                gallery().toString(),
                "--for",
                "20s",
                film("brother").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .as(run.err())
                .containsPattern("\\d\\d:\\d\\d:\\d\\d  camera: live")
                .containsPattern("\\d\\d:\\d\\d:\\d\\d  The Signer came \\(similarity 0\\.\\d\\d\\)")
                .containsPattern("\nFrom \\d\\d:\\d\\d:\\d\\d to \\d\\d:\\d\\d:\\d\\d:\n")
                .containsPattern("  The Signer +\\d\\d:\\d\\d:\\d\\d – \\d\\d:\\d\\d:\\d\\d  came once, \\d+ s in all");
    }

    @Test
    void jsonLines_areAllThatIsPrinted_andContainNoPassword() {
        var run = CommandLineRun.of("watch", "--json", "--for", "5s", "rtsp://viewer:c4nary@127.0.0.1:1/stream1");

        assertThat(run.exitCode()).as(run.err()).isZero();
        var lines = run.jsonLines();
        assertThat(lines).extracting(line -> line.path("event").asText()).contains("state");
        assertThat(lines)
                .filteredOn(line -> line.path("condition").asText().equals("UNREACHABLE"))
                .isNotEmpty();
        assertThat(lines.get(lines.size() - 1).path("event").asText()).isEqualTo("summary");
        assertThat(run.err()).contains("warning: the password in the address");
        assertThat(run.out() + run.err()).doesNotContain("c4nary");
    }

    private Path gallery() throws IOException {
        var person = Files.createDirectories(folder.resolve("people").resolve(SIGNER));
        TestVideos.make(
                person.resolve("still.jpg"),
                List.of("-i", film("again").toString()),
                "-vf",
                "select=eq(n\\,2)",
                "-frames:v",
                "1",
                "-q:v",
                "2");
        return folder.resolve("people");
    }

    private static Path film(String word) {
        return TestPhotos.shared("films/signing/" + word + ".mkv");
    }
}
