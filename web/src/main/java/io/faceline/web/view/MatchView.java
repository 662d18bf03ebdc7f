package io.faceline.web.view;

import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.face.Thresholds;
import io.faceline.contracts.face.VerificationAnswer;
import io.faceline.contracts.frame.DecidedBy;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.person.EnrollmentAnswer;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A match as the API returns it: the record of {@code matches} with an extended view of each face.
 *
 * @param <F> the view of a face
 */
public record MatchView<F>(
        FrameFacts facts,
        Outcome<Faces<F>> outcome,
        String modelId,
        Thresholds thresholds,
        long galleryVersion,
        Instant answeredAt,
        @Nullable EnrollmentAnswer enrollment,
        @Nullable VerificationAnswer verification,
        @Nullable DecidedBy decidedBy) {
    /** The view with the names that the owner of the match may see. */
    public static MatchView<FaceView> of(Match match, PersonNames names) {
        return of(match, faces -> faces.stream()
                .map(face -> FaceView.of(face, match.facts().session(), names))
                .toList());
    }

    /** @param faces the views of all faces of the frame, in the same order */
    public static <F> MatchView<F> of(Match match, Function<List<MatchedFace>, List<F>> faces) {
        return new MatchView<>(
                match.facts(),
                match.outcome().then(made -> Outcome.made(made.with(faces.apply(made.faces())))),
                match.modelId(),
                match.thresholds(),
                match.galleryVersion(),
                match.answeredAt(),
                match.enrollment(),
                match.verification(),
                match.decidedBy());
    }
}
