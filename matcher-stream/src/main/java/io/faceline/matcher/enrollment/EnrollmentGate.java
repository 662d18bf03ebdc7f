package io.faceline.matcher.enrollment;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.person.Rejection;
import java.util.List;

/** Selects the face of a photo to enroll and checks its quality. The photo must show exactly one subject. */
public final class EnrollmentGate {
    private final PortraitRules rules;

    public EnrollmentGate(PortraitRules rules) {
        this.rules = rules;
    }

    Verdict judge(Faces<EmbeddedFace> faces) {
        var subjects = rules.subjects(faces.faces(), EmbeddedFace::face);
        if (subjects.size() != 1) {
            return new Verdict(subjects, List.of(subjects.isEmpty() ? Rejection.NO_FACE : Rejection.SEVERAL_FACES));
        }
        var missed = rules.limits().missedBy(subjects.get(0).face());
        return new Verdict(
                subjects,
                missed.stream().map(reason -> Rejection.valueOf(reason.name())).toList());
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
