package io.faceline.contracts.track;

import io.faceline.contracts.Checks;
import io.faceline.contracts.frame.Embeddings;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Role;

/**
 * A frame of a video or of a live source with its answer and with the embeddings and crops of its faces, for the tracker:
 * topic {@code sightings}, internal CBOR. Key: the source, so that a source's frames meet in one task.
 */
public record Sighting(Match match, Embeddings embeddings) {
    public Sighting {
        Checks.require(
                match.facts().id().equals(embeddings.facts().id()),
                "the answer must be to the frame of the embeddings, "
                        + embeddings.facts().id() + ", was to " + match.facts().id());
    }

    /** Whether a frame belongs to a video or a live source, whose faces are followed; a photo has no position. */
    public static boolean isOf(FrameFacts facts) {
        var isProbe = facts.role() instanceof Role.Probe && facts.role().isKnown();
        return isProbe && (facts.position() != null || facts.session().isCamera());
    }
}
