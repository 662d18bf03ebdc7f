package io.faceline.tracking;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import java.util.List;
import java.util.Optional;

/**
 * A frame with its answer.
 *
 * @param embeddings what the answer rests on; empty when the frame has no faces, or they came too late or had expired
 */
public record AnsweredFrame(Match match, Optional<Embeddings> embeddings) {
    private static final double MILLIS_PER_SECOND = 1000;

    public FrameFacts facts() {
        return match.facts();
    }

    /** Seconds: the position in a video; of a live source, which has none, the time of capture since 1970. */
    public double position() {
        var position = facts().position();
        return position != null ? position : facts().capturedAt().toEpochMilli() / MILLIS_PER_SECOND;
    }

    /** Whether the frame was dropped or failed on its way. */
    boolean isLost() {
        return match.outcome().fold(made -> false, reason -> true, (code, message) -> true);
    }

    List<MatchedFace> faces() {
        return match.outcome().fold(made -> made.faces(), reason -> List.of(), (code, message) -> List.of());
    }

    Optional<EmbeddedFace> embedded(MatchedFace face) {
        return embeddings.stream()
                .flatMap(made -> embedded(made).stream())
                .filter(embedded -> embedded.face().index() == face.face().index())
                .findFirst();
    }

    private static List<EmbeddedFace> embedded(Embeddings embeddings) {
        return embeddings.outcome().fold(made -> made.faces(), reason -> List.of(), (code, message) -> List.of());
    }
}
