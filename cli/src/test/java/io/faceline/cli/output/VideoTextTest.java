package io.faceline.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.track.TrackShot;
import io.faceline.tracking.summary.SeenShot;
import io.faceline.tracking.summary.UnknownPerson;
import io.faceline.tracking.summary.VideoSummary;
import io.faceline.tracking.summary.Visit;
import io.faceline.vision.video.VideoFacts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VideoTextTest {
    @Test
    void facesThatCannotBeToldApart_areOneLine() {
        var text = text(50, unknown(1, true, 5), unknown(2, false, 9), unknown(3, true, 1));

        assertThat(text.lines())
                .containsExactly(
                        "film.mp4  1:40.0 long, 50 frames processed, 15 faces",
                        "  unknown 1                0:01.0 – 0:02.0  5 frames  best at 0:01.0",
                        "  and 2 faces too small, blurred or short to tell apart");
    }

    @Test
    void oneIsNoPlural() {
        var text = text(1, unknown(1, true, 1), unknown(2, false, 1));

        assertThat(text.lines())
                .containsExactly(
                        "film.mp4  1:40.0 long, 1 frame processed, 2 faces",
                        "  unknown 1                0:01.0 – 0:02.0  1 frame  best at 0:01.0",
                        "  and 1 face too small, blurred or short to tell apart");
    }

    private static String text(long frames, UnknownPerson... unknown) {
        var faces = Arrays.stream(unknown).mapToLong(UnknownPerson::frames).sum();
        var summary = new VideoSummary(List.of(), List.of(unknown), List.of(), frames, 0, faces);
        var out = new StringWriter();
        new VideoText(new PrintWriter(out), person -> "nobody", PositionText.sinceBeginning(), false)
                .write(new FileResult.WatchedVideo(
                        Path.of("film.mp4"), new VideoFacts(1280, 720, 0, 100, 25), summary, Optional.empty()));
        return out.toString();
    }

    private static UnknownPerson unknown(int number, boolean isClear, long frames) {
        var shot = new SeenShot(
                "job/1/0",
                new TrackShot(
                        FrameId.of("job", 1),
                        1,
                        1,
                        new BoundingBox(0, 0, 1, 1),
                        new Quality(0.5, 40, 0.5, 0.5, 0, 0, 0),
                        0.5,
                        List.of()),
                null);
        return new UnknownPerson(
                number, isClear, List.of(new Visit(1, 2, frames, null, shot, List.of())), frames, shot);
    }
}
