package io.faceline.matcher.enrollment;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.PortraitRules;
import io.faceline.contracts.face.Weakness;
import io.faceline.contracts.person.Rejection;
import io.faceline.matcher.decision.EmbeddedFaces;
import io.faceline.matcher.decision.MatchingModel;
import io.faceline.matcher.recognisability.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Selects the face of a photo to enroll and checks its quality. The photo must show exactly one subject. A face that is
 * hard to recognise is enrolled if the client insists, since a search judges pairs of faces; one that cannot be
 * recognised at all never is.
 */
public final class EnrollmentGate {
    private final PortraitRules rules;

    public EnrollmentGate(PortraitRules rules) {
        this.rules = rules;
    }

    /** @param allowsPoor whether the client insists on faces that are hard to recognise */
    Verdict judge(Faces<EmbeddedFace> faces, MatchingModel model, boolean allowsPoor) {
        var subjects = rules.subjects(faces.faces(), EmbeddedFace::face);
        if (subjects.size() != 1) {
            var rejection = subjects.isEmpty() ? Rejection.NO_FACE : Rejection.SEVERAL_FACES;
            return new Verdict(subjects, List.of(rejection), null);
        }
        var subject = subjects.get(0);
        var measures = model.measure(EmbeddedFaces.embedding(subject), subject.rawLength());
        var rejections = new ArrayList<Rejection>();
        rules.limits().missedBy(subject.face()).forEach(reason -> rejections.add(Rejection.valueOf(reason.name())));
        poorness(measures, model, allowsPoor).ifPresent(rejections::add);
        return new Verdict(subjects, rejections, model.weakness(measures));
    }

    private static Optional<Rejection> poorness(@Nullable Measures measures, MatchingModel model, boolean allowsPoor) {
        if (model.isHopelessReference(measures)) {
            return Optional.of(Rejection.UNRECOGNISABLE);
        }
        return !allowsPoor && model.isPoorReference(measures) ? Optional.of(Rejection.POOR_FACE) : Optional.empty();
    }

    /**
     * The selected faces, and the rejections.
     *
     * @param weakness what makes the subject hard to recognise, rejected or not
     */
    record Verdict(
            List<EmbeddedFace> subjects,
            List<Rejection> rejections,
            @Nullable Weakness weakness) {
        Verdict {
            subjects = List.copyOf(subjects);
            rejections = List.copyOf(rejections);
        }

        boolean isGood() {
            return rejections.isEmpty();
        }

        EmbeddedFace subject() {
            return subjects.get(0);
        }
    }
}
