package io.faceline.evaluation.embedding;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.vision.image.decode.ImageDecoder;

/**
 * What photos are looked at and judged with.
 *
 * @param model of the embedder in {@code embed}
 */
public record EvaluationContext(EmbedPhotos embed, ImageDecoder decoder, MatchingFacts model) {}
