package io.faceline.contracts.frame;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.identity.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The faces of a frame as embeddings of one model: topic {@code embeddings}.
 *
 * @param detector identifies the settings of the detector; absent in records of older versions
 * @param embedder identifies the settings of the embedder; absent likewise
 */
public record Embeddings(
        FrameFacts facts,
        String modelId,
        Outcome<Faces<EmbeddedFace>> outcome,
        @Nullable Fingerprint detector,
        @Nullable Fingerprint embedder) {
    public Embeddings {
        facts.requireName();
    }

    public Embeddings(FrameFacts facts, String modelId, Outcome<Faces<EmbeddedFace>> outcome) {
        this(facts, modelId, outcome, null, null);
    }

    public Embeddings by(@Nullable Fingerprint detectorSettings, Fingerprint embedderSettings) {
        return new Embeddings(facts, modelId, outcome, detectorSettings, embedderSettings);
    }

    /** The same frame, failed because a stage ended or hung repeatedly while it worked on it. */
    public Embeddings failedInternally() {
        return new Embeddings(facts, modelId, Outcome.failedInternally(), detector, embedder);
    }
}
