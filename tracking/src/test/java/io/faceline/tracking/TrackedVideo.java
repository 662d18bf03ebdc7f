package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.ANNA;
import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.track.FaceTrack;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.tracking.summary.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Base class of tests that track a video of five frames per second. */
abstract class TrackedVideo {
    static final double STEP = 0.2;

    final TestVideo video = new TestVideo(7);
    final Embedding lin = video.somebody();
    final Embedding anna = video.somebody();
    final TestTracking tracking = new TestTracking();
    final List<TrackedFrame> out = new ArrayList<>();
    long sequence;
    double position;

    TestFace lin(double x) {
        return TestFace.at(x, 0.4, video.again(lin, 0.8)).match(LIN, 0.6, 0.9);
    }

    TestFace anna(double x) {
        return TestFace.at(x, 0.4, video.again(anna, 0.8)).match(ANNA, 0.6, 0.9);
    }

    static TestFace unknown(double x, Embedding embedding) {
        return TestFace.at(x, 0.4, embedding);
    }

    void next(TestFace... faces) {
        out.add(tracking.accept(TestVideo.frame(sequence++, position, faces)));
        position += STEP;
    }

    static void times(int count, Runnable action) {
        IntStream.range(0, count).forEach(n -> action.run());
    }

    List<Long> trackIds(int face) {
        return out.stream()
                .map(frame -> frame.faces().get(face).track().number())
                .toList();
    }

    TrackDecision decision(int frame, int face) {
        return decision(out.get(frame).faces().get(face).track());
    }

    static TrackDecision decision(FaceTrack track) {
        return new TrackDecision(track.decision(), Optional.ofNullable(track.person()));
    }

    static void assertSpan(Visit appearance, double first, double last) {
        assertThat(appearance.first()).isCloseTo(first, within(1e-6));
        assertThat(appearance.last()).isCloseTo(last, within(1e-6));
    }
}
