package io.faceline.evaluation.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.TestFaces;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BesideFaceTest {
    @RepeatedTest(10)
    void square_isInThePictureAndBesideTheFace(RepetitionInfo repetition) {
        var face = TestFaces.face(0, new BoundingBox(0.3, 0.3, 0.4, 0.4));

        var square = BesideFace.square(face, 250, 200, new Random(repetition.getCurrentRepetition()))
                .orElseThrow();

        assertThat(square.left()).isBetween(0, 250 - square.side());
        assertThat(square.top()).isBetween(0, 200 - square.side());
        var box = BoundingBox.ofPixels(
                square.left(), square.top(), square.left() + square.side(), square.top() + square.side(), 250, 200);
        assertThat(box.iou(face.box())).isZero();
    }

    @Test
    void noSquare_faceFillsThePicture() {
        var face = TestFaces.face(0, new BoundingBox(0, 0, 1, 1));

        assertThat(BesideFace.square(face, 250, 250, new Random(1))).isEmpty();
    }
}
