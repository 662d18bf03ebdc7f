package io.faceline.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.frame.TestFrames;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaceObservationTest {
    private static final double CONFIDENCE = 1;

    @Test
    void bestShot_isTheMoreRecognisableOfTwoSharpFaces() {
        var masked = observed(0, TestFaces.quality(0.9).recognisable(0.2, Weakness.COVERED));
        var bare = observed(1, TestFaces.quality(0.8).recognisable(0.85, null));

        var best = BestShot.of(masked, CONFIDENCE).better(BestShot.of(bare, CONFIDENCE));

        assertThat(best.sequence()).isEqualTo(1);
        assertThat(best.score()).isEqualTo(0.8 * 0.85);
    }

    @Test
    void bestShot_isTheSharperFace_recognisabilityNotKnown() {
        var sharp = BestShot.of(observed(0, TestFaces.quality(0.9)), CONFIDENCE);
        var blurred = BestShot.of(observed(1, TestFaces.quality(0.8)), CONFIDENCE);

        assertThat(sharp.better(blurred)).isSameAs(sharp);
    }

    @Test
    void face_isPoor_hardlyRecognisable() {
        assertThat(observed(0, TestFaces.quality(0.9)).isPoor()).isFalse();
        assertThat(observed(0, TestFaces.quality(0.9).recognisable(0.2, null)).isPoor())
                .isFalse();
        assertThat(observed(0, TestFaces.quality(0.9).recognisable(0.01, Weakness.TURNED))
                        .isPoor())
                .isTrue();
        assertThat(observed(0, TestFaces.quality(0.3)).isPoor()).isTrue();
    }

    private static FaceObservation observed(long sequence, Quality quality) {
        return new FaceObservation(
                new MatchedFace(TestFaces.face(quality), null),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TestFrames.facts(sequence),
                0,
                640,
                480);
    }
}
