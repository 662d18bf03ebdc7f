package io.faceline.tracking;

import java.util.Optional;

/**
 * A track that ended.
 *
 * @param likeness of its good faces; empty when all were poor or without embeddings
 */
record TrackSummary(TrackDecision decision, Appearance appearance, Optional<MeanEmbedding> likeness) {}
