package io.faceline.contracts;

/** The faces of a frame as embeddings of one model: {@code embeddings}. */
public record Embeddings(FrameFacts facts, String modelId, Outcome<Faces<EmbeddedFace>> outcome) {}
