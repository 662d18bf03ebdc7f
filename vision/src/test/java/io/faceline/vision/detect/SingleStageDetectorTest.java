package io.faceline.vision.detect;

import org.junit.jupiter.api.Nested;

/** The detector with each of the models that it can run. */
class SingleStageDetectorTest {
    @Nested
    class Scrfd500m extends FaceDetectorContract {
        @Override
        String model() {
            return "scrfd_500m";
        }
    }

    @Nested
    class Scrfd2500m extends FaceDetectorContract {
        @Override
        String model() {
            return "scrfd_2.5g";
        }
    }

    @Nested
    class Yunet extends FaceDetectorContract {
        @Override
        String model() {
            return "yunet";
        }
    }

    @Nested
    class Yunet2023 extends FaceDetectorContract {
        @Override
        String model() {
            return "yunet_2023mar";
        }
    }
}
