package io.faceline.evaluation.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.TestFaces;
import java.util.List;
import org.junit.jupiter.api.Test;

class CentralFaceTest {
    @Test
    void of_severalFaces_isTheNearestToTheMiddleInPixels() {
        // In a wide image, a share of the width is longer than the same share of the height.
        var beside = face(0, new BoundingBox(0.6, 0.4, 0.2, 0.2));
        var below = face(1, new BoundingBox(0.4, 0.65, 0.2, 0.2));

        assertThat(CentralFace.of(new Faces<>(400, 100, List.of(beside, below))))
                .contains(below);
        assertThat(CentralFace.of(new Faces<>(100, 400, List.of(beside, below))))
                .contains(beside);
    }

    @Test
    void of_noFace_isNobody() {
        assertThat(CentralFace.of(new Faces<>(100, 100, List.of()))).isEmpty();
    }

    private static DetectedFace face(int index, BoundingBox box) {
        return new DetectedFace(TestFaces.face(index, box), TestFaces.crop(0));
    }
}
