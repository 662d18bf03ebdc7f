package io.faceline.evaluation.embedding;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;

/** The central face of a photo. */
public record EmbeddedPhoto(Face face, Embedding embedding) {}
