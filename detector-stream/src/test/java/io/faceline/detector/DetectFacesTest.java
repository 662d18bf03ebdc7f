package io.faceline.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.TestFaces;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameOptions;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.vision.image.ImageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DetectFacesTest {
    private static final Role ENROLLMENT = new Role.Enrollment(new PersonId("p1"), "Ada", Scope.SESSION, false);

    private final DetectFaces detectFaces = new DetectFaces(
            image -> TestFaces.detected(1), image -> TestFaces.detected(3), image -> TestFaces.detected(2), 10);

    @Test
    void facesAreFound_probe() {
        var detections = detectFaces.in(TestFrames.frame(0));

        assertThat(detections.facts()).isEqualTo(TestFrames.facts(0));
        assertThat(detections.outcome()).isEqualTo(Outcome.made(TestFaces.detected(1)));
    }

    @Test
    void tightCropsAreFound_enrollmentOnly() {
        assertThat(detectFaces
                        .in(TestFrames.frame(0, ENROLLMENT, TestFrames.IMAGE))
                        .outcome())
                .isEqualTo(Outcome.made(TestFaces.detected(2)));
        assertThat(detectFaces
                        .in(TestFrames.frame(0, new Role.Detect(), TestFrames.IMAGE))
                        .outcome())
                .isEqualTo(Outcome.made(TestFaces.detected(1)));
    }

    @Test
    void videoFrame_usesTheVideoFinder() {
        var inVideo = TestFrames.facts().position(1.5).build();

        assertThat(detectFaces.in(new Frame(inVideo, TestFrames.IMAGE)).outcome())
                .isEqualTo(Outcome.made(TestFaces.detected(3)));
    }

    @Test
    void facesAreLeftOut_ignoredOrTooSmall() {
        var found = List.of(
                detected(0, new BoundingBox(0.7, 0.1, 0.2, 0.2)),
                detected(1, new BoundingBox(0.1, 0.1, 0.2, 0.2)),
                detected(2, new BoundingBox(0.1, 0.6, 0.05, 0.1)));
        var options = new FrameOptions(100, List.of(new BoundingBox(0.5, 0, 0.5, 1)), null);
        var facts = TestFrames.facts().options(options).build();

        var detections = detecting(image -> TestFrames.faces(found)).in(new Frame(facts, TestFrames.IMAGE));

        var kept = detected(1, found.get(1).face().box());
        assertThat(detections.outcome())
                .isEqualTo(Outcome.made(
                        TestFrames.faces(List.of(new DetectedFace(kept.face().at(0), kept.crop())))));
    }

    private static DetectedFace detected(int index, BoundingBox box) {
        return new DetectedFace(TestFaces.face(index, box), TestFaces.crop(index));
    }

    @Test
    void frameIsFailed_imageCannotBeUsed() {
        var failing = detecting(image -> {
            throw new ImageException(FailureCode.DAMAGED_IMAGE, "the JPEG ends too early");
        });

        assertThat(failing.in(TestFrames.frame(0)).outcome())
                .isEqualTo(Outcome.failed(FailureCode.DAMAGED_IMAGE, "the JPEG ends too early"));
    }

    @Test
    void lossPassesOn_frameLostBefore() {
        var unused = detecting(image -> {
            throw new IllegalStateException("there is no image");
        });

        assertThat(unused.in(TestFrames.frame(0, new Role.Probe(), Outcome.dropped(DropReason.CANCELLED)))
                        .outcome())
                .isEqualTo(Outcome.dropped(DropReason.CANCELLED));
        assertThat(unused.in(TestFrames.frame(0, new Role.Probe(), Outcome.failed(FailureCode.EMPTY_FILE, "empty")))
                        .outcome())
                .isEqualTo(Outcome.failed(FailureCode.EMPTY_FILE, "empty"));
    }

    @Test
    void mostConfidentAreKept_tooManyFaces() {
        var crowd = detecting(image -> TestFaces.detected(11));

        assertThat(crowd.in(TestFrames.frame(0)).outcome()).isEqualTo(Outcome.made(TestFaces.detected(10)));
    }

    @Test
    void bugIsNotHidden_finderThrowsAnythingElse() {
        var broken = detecting(image -> {
            throw new NullPointerException("a bug");
        });

        assertThatThrownBy(() -> broken.in(TestFrames.frame(0))).isInstanceOf(NullPointerException.class);
    }

    private static DetectFaces detecting(DetectFaces.Finder finder) {
        return new DetectFaces(finder, finder, finder, 10);
    }
}
