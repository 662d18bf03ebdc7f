package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.PersonId;
import java.util.List;
import java.util.Optional;

/** A face in one frame, with what tracking asks of it. */
record FaceObservation(
        MatchedFace matched,
        Optional<EmbeddedFace> embedded,
        Optional<MeanEmbedding> likeness,
        FrameFacts facts,
        double position,
        int imageWidth,
        int imageHeight) {
    /**
     * Below this quality score an embedding says little: faces of about 30 pixels, blurred by 2, or turned by 65 degrees,
     * if all else is good. A low similarity then does not mean somebody else.
     */
    static final double POOR_BELOW = 0.4;

    private static final double MIN_WEIGHT = 0.01;

    static List<FaceObservation> of(AnsweredFrame frame) {
        return frame.match().outcome().fold(made -> of(frame, made), reason -> List.of(), (code, message) -> List.of());
    }

    private static List<FaceObservation> of(AnsweredFrame frame, Faces<MatchedFace> made) {
        return made.faces().stream().map(face -> of(frame, made, face)).toList();
    }

    private static FaceObservation of(AnsweredFrame frame, Faces<MatchedFace> made, MatchedFace face) {
        var embedded = frame.embedded(face);
        return new FaceObservation(
                face,
                embedded,
                embedded.flatMap(it -> likeness(frame, it)),
                frame.facts(),
                frame.position(),
                made.imageWidth(),
                made.imageHeight());
    }

    private static Optional<MeanEmbedding> likeness(AnsweredFrame frame, EmbeddedFace face) {
        var weight = Math.max(MIN_WEIGHT, face.face().quality().score());
        return frame.embeddings().flatMap(made -> Optional.ofNullable(face.embedding())
                .map(embedding -> MeanEmbedding.of(made.modelId(), embedding, weight)));
    }

    BoundingBox box() {
        return matched.face().box();
    }

    double score() {
        return matched.face().quality().score();
    }

    boolean isPoor() {
        return score() < POOR_BELOW;
    }

    Optional<Identification> identification() {
        return Optional.ofNullable(matched.identification());
    }

    Decision decision() {
        return identification().map(Identification::decision).orElse(Decision.UNKNOWN);
    }

    /** Whom the frame's own decision points to; nobody when it is unknown. */
    Optional<PersonId> candidate() {
        return identification()
                .filter(it -> it.decision() != Decision.UNKNOWN)
                .flatMap(it -> it.candidates().stream().findFirst())
                .map(first -> first.person());
    }

    /** Whom the frame's own decision names. */
    Optional<PersonId> named() {
        return decision() == Decision.MATCH ? candidate() : Optional.empty();
    }
}
