package io.faceline.standalone.evaluate;

import io.faceline.contracts.Embedding;
import io.faceline.contracts.Face;

/** The central face of a photo. */
record EmbeddedPhoto(Face face, Embedding embedding) {}
