package io.faceline.evaluation.embedding;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;

/**
 * The central face of a photo.
 *
 * @param rawLength length of the embedder's output before it was scaled
 */
public record EmbeddedPhoto(Face face, Embedding embedding, double rawLength) {}
