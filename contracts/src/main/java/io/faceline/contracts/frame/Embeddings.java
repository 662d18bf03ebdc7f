package io.faceline.contracts.frame;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;

/** The faces of a frame as embeddings of one model: topic {@code embeddings}. */
public record Embeddings(FrameFacts facts, String modelId, Outcome<Faces<EmbeddedFace>> outcome) {
    /** The same frame, failed because a stage ended or hung repeatedly while it worked on it. */
    public Embeddings failedInternally() {
        return new Embeddings(facts, modelId, Outcome.failedInternally());
    }
}
