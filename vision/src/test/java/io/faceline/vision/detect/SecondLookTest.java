package io.faceline.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.vision.TestModels;
import io.faceline.vision.image.ImageException;
import io.faceline.vision.image.Picture;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoLimits;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** The default detector on what resembles a face, and on faces that resemble one little. */
@Tag("slow")
class SecondLookTest {
    private static final int MASKS = 40;

    @Test
    void backsOfHeads_areNoFaces() throws IOException, VideoException, ImageException {
        var film = TestModels.shared("data/films/one-by-one-person-detection.mp4");
        var found = 0;
        try (var detector = TestModels.detector("rfb320");
                var decoder = new VideoDecoder(VideoLimits.DEFAULT);
                var reading = decoder.open(film, 1)) {
            for (var frame = reading.next(); frame.isPresent(); frame = reading.next()) {
                // From second 24 to 43 a man is seen from behind; the first look takes six of these frames for a face.
                if (frame.get().position() >= 24 && frame.get().position() < 44) {
                    try (var picture = TestModels.picture(frame.get().jpeg())) {
                        found += detector.detect(picture, 48).size();
                    }
                }
            }
        }

        assertThat(found).isLessThanOrEqualTo(1);
    }

    @Test
    void maskedFaces_areFound() throws IOException, ImageException {
        var found = 0;
        try (var detector = TestModels.detector("rfb320");
                var photos = Files.list(TestModels.shared("data/masks/with_mask"))) {
            for (var photo : photos.sorted().limit(MASKS).toList()) {
                try (var picture = TestModels.picture(photo);
                        var padded = padded(picture)) {
                    found += detector.detect(padded, 24).isEmpty() ? 0 : 1;
                }
            }
        }

        assertThat(found).isGreaterThanOrEqualTo(MASKS * 85 / 100);
    }

    private static Picture padded(Picture picture) {
        var padded = new Mat();
        Core.copyMakeBorder(
                picture.bgr(),
                padded,
                picture.height() / 2,
                picture.height() / 2,
                picture.width() / 2,
                picture.width() / 2,
                Core.BORDER_CONSTANT,
                Scalar.all(0));
        return Picture.of(padded);
    }
}
