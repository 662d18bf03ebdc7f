package io.faceline.tracking;

import static io.faceline.tracking.TestVideo.LIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A face with the embedding of an earlier frame keeps its track alive, and is no evidence. */
class ReusedFacesTest {
    private static final double SECONDS_PER_FRAME = 0.2;

    private final List<Track> ended = new ArrayList<>();
    private final FaceTracker tracker = new FaceTracker(ended::add);
    private final Embedding lin = new TestVideo(1).somebody();
    private long sequence;

    @Test
    void oneChanceMatchNamesNobody_howeverOftenItIsRepeated() {
        times(7, () -> own(face()));
        own(matched());
        times(9, () -> reused(matched()));

        assertThat(track().decision().decision()).isNotEqualTo(Decision.MATCH);
        assertThat(track().frames()).isEqualTo(17);
        assertThat(track().voting().weightedFrames()).isEqualTo(8);
    }

    @Test
    void strangerLooksCountNothing_againstAName() {
        own(matched());
        own(matched());
        times(30, () -> reused(face()));

        assertThat(track().decision()).isEqualTo(TrackDecision.match(LIN));
    }

    @Test
    void trackGoesOn_longerThanItsLargestGap() {
        own(matched());
        own(matched());
        times(30, () -> reused(matched()));
        own(matched());

        assertThat(ended).isEmpty();
        assertThat(track().number()).isEqualTo(1);
        assertThat(track().lastConfirmed().sequence()).isEqualTo(32);
    }

    @Test
    void meanEmbeddingStays_reused() {
        own(matched());
        own(matched());
        var before = track().goodEmbedding();

        times(5, () -> reused(matched()));

        assertThat(track().goodEmbedding()).isEqualTo(before);
    }

    @Test
    void bestShotIsOfAnEmbeddedFace_betterOneReused() {
        own(matched().score(0.7));
        own(matched().score(0.6));
        reused(matched().score(0.99));

        assertThat(track().decisiveShot().sequence()).isZero();
    }

    @Test
    void trackBeginsWithoutAVote_firstFaceReused() {
        reused(matched());
        assertThat(track().decision()).isEqualTo(TrackDecision.UNKNOWN);

        own(matched());
        own(matched());

        assertThat(track().number()).isEqualTo(1);
        assertThat(track().voting().weightedFrames()).isEqualTo(2);
        assertThat(track().decision()).isEqualTo(TrackDecision.match(LIN));
    }

    private TestFace face() {
        return TestFace.at(0.4, 0.4, lin);
    }

    private TestFace matched() {
        return face().match(LIN, 0.6, 0.97);
    }

    private Track track() {
        assertThat(tracker.open()).hasSize(1);
        return tracker.open().get(0);
    }

    private void own(TestFace face) {
        tracker.accept(next(face));
    }

    private void reused(TestFace face) {
        var frame = next(face);
        tracker.accept(new AnsweredFrame(frame.match(), frame.embeddings().map(ReusedFacesTest::reused)));
    }

    private AnsweredFrame next(TestFace face) {
        var number = sequence++;
        return TestVideo.frame(number, number * SECONDS_PER_FRAME, face);
    }

    private static Embeddings reused(Embeddings made) {
        return new Embeddings(
                made.facts(),
                made.modelId(),
                made.outcome()
                        .then(faces -> Outcome.made(faces.with(faces.faces().stream()
                                .map(ReusedFacesTest::reused)
                                .toList()))));
    }

    private static EmbeddedFace reused(EmbeddedFace face) {
        return new EmbeddedFace(face.face(), face.embedding(), face.rawLength(), face.cropJpeg(), true);
    }

    private static void times(int count, Runnable step) {
        for (var i = 0; i < count; i++) {
            step.run();
        }
    }
}
