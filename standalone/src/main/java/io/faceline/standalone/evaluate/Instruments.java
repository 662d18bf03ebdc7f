package io.faceline.standalone.evaluate;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.vision.image.ImageDecoder;

/**
 * What photos are looked at and judged with.
 *
 * @param model of the embedder in {@code embed}
 */
public record Instruments(EmbedPhotos embed, ImageDecoder decoder, MatchingFacts model) {}
