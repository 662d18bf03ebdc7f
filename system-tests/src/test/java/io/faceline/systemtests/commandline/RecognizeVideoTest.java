package io.faceline.systemtests.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.cli.CommandLineRun;
import io.faceline.cli.TestPhotos;
import io.faceline.vision.video.TestVideos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Videos through the command line with the in-process Kafka and all stages. */
@Tag("slow")
class RecognizeVideoTest {
    private static final String SINGER = "Lin-Manuel Miranda";

    @TempDir
    Path folder;

    @Test
    void closeUpsOfTheSinger_areNamedAndNobodyElse() throws Exception {
        var run =
                CommandLineRun.of("recognize", "--json", "--gallery", gallery().toString(), "--fps", "10", hamilton());

        assertThat(run.exitCode()).as(run.err()).isZero();
        var frames = run.jsonLines();
        assertThat(positions(frames)).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(85);
        assertThat(positions(frames).get(0)).isEqualTo(0.852, within(0.001));
        var named =
                frames.stream().filter(frame -> people(frame).contains(SINGER)).toList();
        // In the wide shot at the beginning, and in the close-ups after a pause.
        assertThat(position(named.get(0))).isEqualTo(0.85, within(0.3));
        var closeUps = named.stream().filter(frame -> position(frame) > 2).toList();
        assertThat(position(closeUps.get(0))).isEqualTo(3.6, within(0.3));
        assertThat(position(named.get(named.size() - 1))).isEqualTo(7.8, within(0.3));
        assertThat(frames).allSatisfy(frame -> assertThat(people(frame)).isSubsetOf(SINGER, "null"));
    }

    @Test
    void summary_saysWhoAppearsWhen_inTimesOfTheDay() throws Exception {
        var run = CommandLineRun.of(
                "recognize", "--gallery", gallery().toString(), "--start", "14:30:00", "--person", SINGER, hamilton());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("Lin-Manuel Miranda +14:30:03\\.[456789] – 14:30:07\\.[5678] +\\d\\d frames")
                .doesNotContain("unknown");
    }

    @Test
    void videoThatBreaksOff_givesItsFramesAndAnError_andTheOthersGoThrough() throws Exception {
        // With the index at the start, the beginning can be decoded.
        var film = TestVideos.make(
                folder.resolve("film.mp4"), TestVideos.pattern(10, 10), "-c:v", "mpeg4", "-movflags", "+faststart");
        var bytes = Files.readAllBytes(film);
        var cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
        var noVideo = Files.writeString(folder.resolve("no.mp4"), "This is no video, whatever it is called.");

        var run = CommandLineRun.of(
                "recognize", "--json", "--fps", "1", noVideo.toString(), cut.toString(), film.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        var lines = run.jsonLines();
        assertThat(lines.get(0).path("error").path("code").asText()).isEqualTo("UNSUPPORTED_FORMAT");
        var ofCut = lines.stream().filter(line -> isOf(line, "cut.mp4")).toList();
        assertThat(ofCut).hasSizeBetween(2, 9);
        assertThat(ofCut.get(ofCut.size() - 1).path("error").path("code").asText())
                .isEqualTo("DAMAGED_VIDEO");
        assertThat(lines.stream().filter(line -> isOf(line, "film.mp4"))).hasSize(10);
    }

    @Test
    void summary_saysThatAnotherTrackWasNotSearched() {
        var inputs = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=64x48:r=10:d=1"));
        inputs.addAll(TestVideos.pattern(10, 1));
        inputs.addAll(List.of("-map", "0", "-map", "1"));
        var film = TestVideos.make(folder.resolve("two.mp4"), inputs, "-c:v", "mpeg4");

        var run = CommandLineRun.of("recognize", "--fps", "1", film.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1 other video track not searched");
    }

    @Test
    void wrongFlags_areWrongUsage() {
        assertThat(CommandLineRun.of("recognize", "--fps", "0", "x.mp4").exitCode())
                .isEqualTo(2);
        var run = CommandLineRun.of("recognize", "--start", "noon", "x.mp4");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--start").contains("noon");
    }

    private Path gallery() throws IOException {
        var stills = TestPhotos.shared("photos/face_recognition");
        var people = folder.resolve("people");
        copy(stills.resolve("lin-manuel-miranda.png"), people.resolve(SINGER));
        copy(stills.resolve("alex-lacamoire.png"), people.resolve("Alex Lacamoire"));
        return people;
    }

    private static void copy(Path photo, Path person) throws IOException {
        Files.createDirectories(person);
        Files.copy(photo, person.resolve(photo.getFileName()));
    }

    private static String hamilton() {
        return TestPhotos.shared("video/hamilton.mp4").toString();
    }

    private static boolean isOf(JsonNode line, String file) {
        return line.get("file").asText().endsWith("/" + file);
    }

    private static List<Double> positions(List<JsonNode> frames) {
        return frames.stream().map(RecognizeVideoTest::position).toList();
    }

    private static double position(JsonNode frame) {
        return frame.get("position").asDouble();
    }

    /** Names by the decisions of frames and of tracks. */
    private static List<String> people(JsonNode frame) {
        return StreamSupport.stream(frame.get("faces").spliterator(), false)
                .flatMap(
                        face -> List.of(
                                face.get("person").asText(),
                                face.get("track").get("person").asText())
                                .stream())
                .toList();
    }
}
