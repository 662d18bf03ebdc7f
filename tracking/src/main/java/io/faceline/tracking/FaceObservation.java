package io.faceline.tracking;

import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.Identification;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Look;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A face in one frame, as the tracker sees it.
 *
 * @param candidate the candidate of the frame's own decision; empty if the decision is unknown
 */
record FaceObservation(
        MatchedFace matched,
        Optional<PersonId> candidate,
        Optional<EmbeddedFace> embedded,
        Optional<MeanEmbedding> meanEmbedding,
        FrameFacts facts,
        double position,
        int imageWidth,
        int imageHeight) {
    /**
     * Quality score below which an embedding is unreliable: faces of about 30 pixels, blurred by 2, or turned by 65
     * degrees, if otherwise good. A low similarity then does not imply a different person.
     */
    static final double POOR_THRESHOLD = 0.4;

    /**
     * Recognisability below which an embedding is that of nearly anybody, as with faces upside down: a high similarity then
     * does not imply the same person either.
     */
    static final double MIN_RECOGNISABILITY = 0.1;

    private static final double MIN_WEIGHT = 0.01;

    static List<FaceObservation> of(AnsweredFrame frame) {
        return of(frame, new SameNames());
    }

    /** @param names of the video so far */
    static List<FaceObservation> of(AnsweredFrame frame, SameNames names) {
        return frame.match()
                .outcome()
                .fold(made -> of(frame, made, names), reason -> List.of(), (code, message) -> List.of());
    }

    private static List<FaceObservation> of(AnsweredFrame frame, Faces<MatchedFace> made, SameNames names) {
        return made.faces().stream().map(face -> of(frame, made, face, names)).toList();
    }

    private static FaceObservation of(AnsweredFrame frame, Faces<MatchedFace> made, MatchedFace face, SameNames names) {
        var embedded = frame.embedded(face);
        return new FaceObservation(
                face,
                Optional.ofNullable(face.identification())
                        .filter(it -> it.decision() != Decision.UNKNOWN
                                && !it.candidates().isEmpty())
                        .map(names::best),
                embedded,
                embedded.flatMap(it -> meanEmbedding(frame, face, it)),
                frame.facts(),
                frame.position(),
                made.imageWidth(),
                made.imageHeight());
    }

    private static Optional<MeanEmbedding> meanEmbedding(AnsweredFrame frame, MatchedFace matched, EmbeddedFace face) {
        var weight = Math.max(MIN_WEIGHT, matched.face().quality().usefulness());
        return frame.embeddings().flatMap(made -> Optional.ofNullable(face.embedding())
                .map(embedding -> MeanEmbedding.of(made.modelId(), embedding, weight)));
    }

    /** The same, if nobody of these people is its candidate. */
    FaceObservation without(Predicate<PersonId> people) {
        return candidate.filter(people).isEmpty()
                ? this
                : new FaceObservation(
                        matched, Optional.empty(), embedded, meanEmbedding, facts, position, imageWidth, imageHeight);
    }

    FaceLocation location() {
        return new FaceLocation(box(), position, imageWidth, imageHeight);
    }

    Look look() {
        return Look.at(facts);
    }

    BoundingBox box() {
        return matched.face().box();
    }

    double score() {
        return matched.face().quality().score();
    }

    /** Whether it is no evidence beyond that of an earlier frame. */
    boolean isReused() {
        return embedded.filter(EmbeddedFace::isReused).isPresent();
    }

    boolean isPoor() {
        var recognisability = matched.face().quality().recognisability();
        return score() < POOR_THRESHOLD || (recognisability != null && recognisability < MIN_RECOGNISABILITY);
    }

    Optional<Identification> identification() {
        return Optional.ofNullable(matched.identification());
    }

    Decision decision() {
        return identification().map(Identification::decision).orElse(Decision.UNKNOWN);
    }

    /** The person named by the frame's own decision. */
    Optional<PersonId> named() {
        return decision() == Decision.MATCH ? candidate() : Optional.empty();
    }
}
