package io.faceline.matcher.enrollment;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.decision.EmbeddedFaces;
import io.faceline.matcher.decision.QualityLimits;
import java.util.List;

/**
 * Selects the face of a photo to enroll and checks its quality. The photo must show exactly one face; faces far smaller
 * than the largest are ignored as background, and detections with a far lower confidence than the best as false
 * positives.
 */
public final class EnrollmentGate {
    /** Relative, because confidences of different detectors are not comparable. */
    private static final double MIN_RELATIVE_CONFIDENCE = 0.8;

    private final QualityLimits limits;
    private final double backgroundArea;

    public EnrollmentGate(QualityLimits limits, double backgroundArea) {
        this.limits = limits;
        this.backgroundArea = backgroundArea;
    }

    Verdict judge(Faces<EmbeddedFace> faces) {
        var subjects = subjects(faces);
        if (subjects.size() != 1) {
            return new Verdict(subjects, List.of(subjects.isEmpty() ? Rejection.NO_FACE : Rejection.SEVERAL_FACES));
        }
        var missed = limits.missedBy(subjects.get(0).face());
        return new Verdict(
                subjects,
                missed.stream().map(reason -> Rejection.valueOf(reason.name())).toList());
    }

    private List<EmbeddedFace> subjects(Faces<EmbeddedFace> faces) {
        var maxConfidence = faces.faces().stream()
                .mapToDouble(face -> face.face().confidence())
                .max()
                .orElse(0);
        var confident = faces.faces().stream()
                .filter(face -> face.face().confidence() >= maxConfidence * MIN_RELATIVE_CONFIDENCE)
                .toList();
        var largest = confident.stream().mapToDouble(EmbeddedFaces::area).max().orElse(0);
        return confident.stream()
                .filter(face -> EmbeddedFaces.area(face) >= largest * backgroundArea)
                .toList();
    }

    /** The selected faces, and the rejections. */
    record Verdict(List<EmbeddedFace> subjects, List<Rejection> rejections) {
        boolean isGood() {
            return rejections.isEmpty();
        }

        EmbeddedFace subject() {
            return subjects.get(0);
        }
    }
}
