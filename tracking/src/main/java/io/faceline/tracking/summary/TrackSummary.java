package io.faceline.tracking.summary;

import io.faceline.tracking.MeanEmbedding;
import io.faceline.tracking.Track;
import io.faceline.tracking.TrackDecision;
import java.util.Optional;

/**
 * The summary of a track.
 *
 * @param embedding mean of its good faces; empty if all were poor or had no embeddings
 */
record TrackSummary(TrackDecision decision, Appearance appearance, Optional<MeanEmbedding> embedding) {
    static TrackSummary of(Track track) {
        var appearance = new Appearance(
                track.first().seconds(),
                track.lastConfirmed().seconds(),
                track.frames(),
                track.bestSimilarity().orElse(null),
                track.decisiveShot());
        return new TrackSummary(track.decision(), appearance, Optional.ofNullable(track.goodEmbedding()));
    }
}
