package io.faceline.tracking.video;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Likeness;
import io.faceline.contracts.track.TrackPhase;
import io.faceline.tracking.TrackSnapshot;
import org.jspecify.annotations.Nullable;

/** Makes the public record of an appearance. */
final class AppearanceRecord {
    private AppearanceRecord() {}

    static Appearance of(TrackSnapshot track) {
        return of(track, null, null);
    }

    /** @param group the id of the first track of the same person */
    static Appearance ofUnknown(TrackSnapshot track, String group, @Nullable Likeness like) {
        return of(track, group, like);
    }

    private static Appearance of(TrackSnapshot track, @Nullable String group, @Nullable Likeness like) {
        var update = track.update();
        return new Appearance(
                update.id(),
                update.source(),
                update.session(),
                update.number(),
                0,
                update.phase() != TrackPhase.END,
                update.first(),
                update.last(),
                update.frames(),
                update.identity(),
                update.shot(),
                track.shots().first().record(),
                track.shots().last().record(),
                group,
                track.meanEmbedding().isPresent(),
                like);
    }
}
