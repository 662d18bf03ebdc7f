package io.faceline.evaluation.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.TestFaces;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class DetectionTallyTest {
    private static final Blob IMAGE = Blob.wrap(new byte[] {1});
    private static final Predicate<FoundFaces.Box> EVERYWHERE = box -> true;
    private static final Predicate<FoundFaces.Box> NOWHERE = box -> false;

    private final DetectionTally tally = new DetectionTally("test", image -> TestFaces.detected(2));

    @Test
    void boxesOfKnownFaces_areNotFalse() {
        tally.add(IMAGE, List.of(EVERYWHERE, NOWHERE), List.of());

        assertRow(1, 2, 0);
    }

    @Test
    void boxesOfUnclearFaces_areNeitherFoundNorFalse() {
        tally.add(IMAGE, List.of(), List.of(EVERYWHERE));

        assertRow(0, 0, 0);
    }

    @Test
    void everyBox_isFalseWithoutAFace() {
        tally.addWithoutFace(IMAGE);
        tally.add(IMAGE, List.of(NOWHERE), List.of());

        assertRow(0, 1, 4);
    }

    private void assertRow(int found, int faces, int falseFaces) {
        assertThat(tally.row().found()).isEqualTo(found);
        assertThat(tally.row().faces()).isEqualTo(faces);
        assertThat(tally.row().falseFaces()).isEqualTo(falseFaces);
    }
}
