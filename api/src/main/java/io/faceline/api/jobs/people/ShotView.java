package io.faceline.api.jobs.people;

import io.faceline.api.jobs.JobRoutes;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.tracking.BestShot;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The best face of an appearance.
 *
 * @param url URL of the crop; null when there is none
 * @param sequence sequence of the frame
 * @param position position of the frame in seconds
 */
record ShotView(
        @Nullable String url,
        long sequence,
        double position,
        BoundingBox box,
        Quality quality,
        double score,
        List<Reason> reasons) {
    private static final int BOX_RESOLUTION = 10_000;

    static ShotView of(String job, BestShot shot) {
        return new ShotView(
                shot.cropJpeg() == null ? null : JobRoutes.PATH + "/" + job + "/shots/" + id(shot),
                shot.sequence(),
                shot.position(),
                shot.box(),
                shot.quality(),
                shot.score(),
                shot.reasons());
    }

    /** Derived from the sequence of the frame and the corner of the box, so that the same face has the same id. */
    static String id(BestShot shot) {
        return String.format(
                Locale.ROOT,
                "%d-%d-%d",
                shot.sequence(),
                Math.round(shot.box().x() * BOX_RESOLUTION),
                Math.round(shot.box().y() * BOX_RESOLUTION));
    }
}
