package io.faceline.matcher.enrollment;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.decision.EmbeddedFaces;
import io.faceline.matcher.decision.QualityLimits;
import java.util.List;

/**
 * Which face of a photo is to be enrolled, and whether it is good enough. Exactly one face may be there; a face far
 * smaller than the largest is somebody in the background, and a detection far less sure than the surest is hardly a face.
 */
public final class EnrollmentGate {
    /** Relative, because every detector has its own idea of sure. */
    private static final double SHARE_OF_SUREST = 0.8;

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
        var surest = faces.faces().stream()
                .mapToDouble(face -> face.face().confidence())
                .max()
                .orElse(0);
        var sure = faces.faces().stream()
                .filter(face -> face.face().confidence() >= surest * SHARE_OF_SUREST)
                .toList();
        var largest = sure.stream().mapToDouble(EmbeddedFaces::area).max().orElse(0);
        return sure.stream()
                .filter(face -> EmbeddedFaces.area(face) >= largest * backgroundArea)
                .toList();
    }

    /** The faces that count, and what is wrong. */
    record Verdict(List<EmbeddedFace> subjects, List<Rejection> rejections) {
        boolean isGood() {
            return rejections.isEmpty();
        }

        EmbeddedFace subject() {
            return subjects.get(0);
        }
    }
}
