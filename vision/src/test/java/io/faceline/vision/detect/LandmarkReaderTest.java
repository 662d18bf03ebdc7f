package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.catalog.LandmarkPoints;
import io.faceline.contracts.face.Landmarks;
import io.faceline.contracts.face.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandmarkReaderTest {
    /** The landmarks of a frontal face, from left to right in the image. */
    private static final List<Point> AS_SEEN =
            List.of(new Point(10, 20), new Point(30, 20), new Point(20, 30), new Point(12, 40), new Point(28, 40));

    @Test
    void leftEye_isOnTheRightOfTheImage() {
        var landmarks = new LandmarkReader(TestFacts.POINTS).read(AS_SEEN, 100, 50);

        assertThat(landmarks)
                .isEqualTo(new Landmarks(
                        new Point(0.3, 0.4),
                        new Point(0.1, 0.4),
                        new Point(0.2, 0.6),
                        new Point(0.28, 0.8),
                        new Point(0.12, 0.8)));
    }

    @Test
    void severalPoints_makeALandmarkAtTheirMean() {
        var which = new LandmarkPoints(List.of(0, 1), List.of(0), List.of(2), List.of(3, 4), List.of(3));

        var landmarks = new LandmarkReader(which).read(AS_SEEN, 100, 100);

        assertThat(landmarks.leftEye()).isEqualTo(new Point(0.2, 0.2));
        assertThat(landmarks.mouthLeft()).isEqualTo(new Point(0.2, 0.4));
    }
}
