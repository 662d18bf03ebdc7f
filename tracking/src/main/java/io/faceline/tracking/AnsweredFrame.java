package io.faceline.tracking;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.track.Look;
import java.util.List;
import java.util.Optional;

/**
 * A frame with its answer.
 *
 * @param embeddings the embeddings of the frame; empty if it has no faces, or if they arrived too late or expired
 */
public record AnsweredFrame(Match match, Optional<Embeddings> embeddings) {
    public FrameFacts facts() {
        return match.facts();
    }

    /**
     * The position in a video in seconds; for a live source, which has none, the capture time in seconds since the
     * epoch.
     */
    public double position() {
        return Look.at(facts()).seconds();
    }

    /** Whether the frame was dropped or failed. */
    public boolean isLost() {
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
