package io.faceline.evaluation.embedding;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.vision.image.decode.ImageDecoder;

/**
 * The tools to embed photos and the facts of the model.
 *
 * @param model the facts of the embedder of {@code embed}
 */
public record EvaluationContext(EmbedPhotos embed, ImageDecoder decoder, MatchingFacts model) {}
