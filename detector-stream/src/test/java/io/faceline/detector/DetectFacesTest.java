package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.vision.image.ImageException;
import org.junit.jupiter.api.Test;

class DetectFacesTest {
    private final DetectFaces detectFaces =
            new DetectFaces(image -> Sample.faces(1), image -> Sample.faces(3), image -> Sample.faces(2), 10);

    @Test
    void facesAreFound_probe() {
        var detections = detectFaces.in(Sample.frame(0, Sample.PROBE, Sample.IMAGE));

        assertThat(detections.facts()).isEqualTo(Sample.facts(0, Sample.PROBE));
        assertThat(detections.outcome()).isEqualTo(Outcome.made(Sample.faces(1)));
    }

    @Test
    void tightCropsAreFound_enrollmentOnly() {
        assertThat(detectFaces
                        .in(Sample.frame(0, Sample.ENROLLMENT, Sample.IMAGE))
                        .outcome())
                .isEqualTo(Outcome.made(Sample.faces(2)));
        assertThat(detectFaces
                        .in(Sample.frame(0, new Role.Detect(), Sample.IMAGE))
                        .outcome())
                .isEqualTo(Outcome.made(Sample.faces(1)));
    }

    @Test
    void videoFrame_usesTheVideoDetector() {
        var photo = Sample.facts(0, Sample.PROBE);
        var inVideo = new FrameFacts(
                photo.id(),
                photo.session(),
                photo.role(),
                photo.source(),
                photo.sequence(),
                photo.capturedAt(),
                1.5,
                photo.minGalleryVersion());

        assertThat(detectFaces.in(new Frame(inVideo, Sample.IMAGE)).outcome()).isEqualTo(Outcome.made(Sample.faces(3)));
    }

    @Test
    void frameIsFailed_imageCannotBeUsed() {
        var failing = detecting(image -> {
            throw new ImageException(FailureCode.DAMAGED_IMAGE, "the JPEG ends too early");
        });

        assertThat(failing.in(Sample.frame(0, Sample.PROBE, Sample.IMAGE)).outcome())
                .isEqualTo(Outcome.failed(FailureCode.DAMAGED_IMAGE, "the JPEG ends too early"));
    }

    @Test
    void lossPassesOn_frameLostBefore() {
        var unused = detecting(image -> {
            throw new IllegalStateException("there is no image");
        });

        assertThat(unused.in(Sample.frame(0, Sample.PROBE, Outcome.dropped(DropReason.CANCELLED)))
                        .outcome())
                .isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        assertThat(unused.in(Sample.frame(0, Sample.PROBE, Outcome.failed(FailureCode.EMPTY_FILE, "empty")))
                        .outcome())
                .isEqualTo(Outcome.failed(FailureCode.EMPTY_FILE, "empty"));
    }

    @Test
    void mostConfidentAreKept_tooManyFaces() {
        var crowd = detecting(image -> Sample.faces(11));

        assertThat(crowd.in(Sample.frame(0, Sample.PROBE, Sample.IMAGE)).outcome())
                .isEqualTo(Outcome.made(Sample.faces(10)));
    }

    @Test
    void bugIsNotHidden_detectorThrowsAnythingElse() {
        var broken = detecting(image -> {
            throw new NullPointerException("a bug");
        });

        assertThatThrownBy(() -> broken.in(Sample.frame(0, Sample.PROBE, Sample.IMAGE)))
                .isInstanceOf(NullPointerException.class);
    }

    private static DetectFaces detecting(DetectFaces.Detector detector) {
        return new DetectFaces(detector, detector, detector, 10);
    }
}
