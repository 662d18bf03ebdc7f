package io.faceline.tracking.summary;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackShot;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The best shot of an appearance.
 *
 * @param appearance id of the appearance
 * @param cropJpeg its picture; absent if it was not asked for, or there is none
 */
public record SeenShot(
        String appearance, TrackShot shot, @Nullable Blob cropJpeg) {
    static SeenShot of(Appearance appearance, Function<Appearance, Optional<Blob>> pictures) {
        return new SeenShot(
                appearance.id(), appearance.best(), pictures.apply(appearance).orElse(null));
    }

    SeenShot better(SeenShot other) {
        return other.shot.score() > shot.score() ? other : this;
    }

    public long sequence() {
        return shot.sequence();
    }

    /** In seconds. */
    public double position() {
        return shot.seconds();
    }

    public BoundingBox box() {
        return shot.box();
    }

    public Quality quality() {
        return shot.quality();
    }

    public List<Reason> reasons() {
        return shot.reasons();
    }
}
