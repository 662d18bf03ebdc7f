package io.faceline.contracts.frame;

import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Faces;

/** The faces of a frame as embeddings of one model: topic {@code embeddings}. */
public record Embeddings(FrameFacts facts, String modelId, Outcome<Faces<EmbeddedFace>> outcome) {}
