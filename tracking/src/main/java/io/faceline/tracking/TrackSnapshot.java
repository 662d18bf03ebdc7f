package io.faceline.tracking;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackUpdate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A track as of now.
 *
 * @param shots the best of them is that of the decision
 * @param embedding mean of its good faces; absent if all were poor or had no embeddings
 */
public record TrackSnapshot(
        TrackUpdate update, TrackShots shots, @Nullable MeanEmbedding embedding) {
    public Optional<MeanEmbedding> meanEmbedding() {
        return Optional.ofNullable(embedding);
    }

    public TrackSnapshot withoutPictures() {
        return new TrackSnapshot(update, shots.withoutPictures(), embedding);
    }

    /** Once nothing is compared with it any more. */
    public TrackSnapshot withoutEmbedding() {
        return new TrackSnapshot(update, shots, null);
    }

    /** Whether it is of one of these people, as far as is known. */
    public boolean isOf(Predicate<PersonId> people) {
        return update.identity().knows(people);
    }

    /**
     * As somebody said by hand.
     *
     * @param correction null if nobody did
     */
    public TrackSnapshot correctedBy(@Nullable Correction correction) {
        return new TrackSnapshot(update.identifiedAs(update.identity().correctedBy(correction)), shots, embedding);
    }

    /** Nobody is known in it any more. */
    public TrackSnapshot unknown() {
        return new TrackSnapshot(update.unknown(), shots.withoutPictures(), embedding);
    }
}
