package io.faceline.tracking;

import java.util.Optional;

/**
 * The summary of a track.
 *
 * @param embedding mean of its good faces; empty if all were poor or had no embeddings
 */
record TrackSummary(TrackDecision decision, Appearance appearance, Optional<MeanEmbedding> embedding) {}
