package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RfbDetectorTest extends FaceDetectorContract {
    @Override
    String model() {
        return "rfb320";
    }

    @Test
    void demoPhotos_haveTheirFaces() throws IOException, ImageException {
        try (var detector = TestModels.detector(model())) {
            for (var number = 1; number <= 6; number++) {
                try (var picture = TestModels.picture(TestModels.sample(number))) {
                    assertThat(detect(detector, picture))
                            .as("sample" + number)
                            .hasSizeBetween(3, 5)
                            .allSatisfy(FaceDetectorContract::assertLooksLikeAFace);
                }
            }
        }
    }
}
