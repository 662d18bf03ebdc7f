package io.faceline.matcher;

import io.faceline.contracts.EmbeddedFace;
import io.faceline.contracts.Faces;
import io.faceline.contracts.Rejection;
import java.util.List;

/**
 * Which face of a photo is to be enrolled, and whether it is good enough. Exactly one face may be there; a face far
 * smaller than the largest is somebody in the background, and a detection that is hardly a face beside a sure one is no
 * second face.
 */
final class EnrollmentGate {
    private final QualityLimits limits;
    private final double backgroundArea;

    EnrollmentGate(QualityLimits limits, double backgroundArea) {
        this.limits = limits;
        this.backgroundArea = backgroundArea;
    }

    Verdict judge(Faces<EmbeddedFace> faces) {
        var subjects = subjects(faces);
        if (subjects.size() != 1) {
            return new Verdict(
                    subjects, List.of(subjects.isEmpty() ? Rejection.NO_FACE : Rejection.SEVERAL_FACES));
        }
        var missed = limits.missedBy(subjects.get(0).face());
        return new Verdict(
                subjects,
                missed.stream().map(reason -> Rejection.valueOf(reason.name())).toList());
    }

    private List<EmbeddedFace> subjects(Faces<EmbeddedFace> faces) {
        var sure = faces.faces().stream()
                .filter(face -> face.face().confidence() >= limits.minConfidence())
                .toList();
        var counted = sure.isEmpty() ? faces.faces() : sure;
        var largest = counted.stream().mapToDouble(EmbeddedFaces::area).max().orElse(0);
        return counted.stream()
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
