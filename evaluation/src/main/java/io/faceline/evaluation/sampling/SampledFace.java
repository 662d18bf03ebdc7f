package io.faceline.evaluation.sampling;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.Face;

/**
 * A face that was embedded.
 *
 * @param photo path of the photo, relative to its folder
 * @param draw number of the draw of a degradation, from 0
 * @param isPadded whether it was found only after a margin was added
 */
public record SampledFace(String photo, int draw, Face face, Embedding embedding, double rawLength, boolean isPadded) {}
