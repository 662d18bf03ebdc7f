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
 * The face to show for an appearance.
 *
 * @param url of the crop; null where there is none
 * @param sequence of its frame
 * @param position of its frame in seconds
 */
record ShotView(
        @Nullable String url,
        long sequence,
        double position,
        BoundingBox box,
        Quality quality,
        double score,
        List<Reason> reasons) {
    private static final int FINE = 10_000;

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

    /** The same for the same face of the same frame: its sequence and where its box begins. */
    static String id(BestShot shot) {
        return String.format(
                Locale.ROOT,
                "%d-%d-%d",
                shot.sequence(),
                Math.round(shot.box().x() * FINE),
                Math.round(shot.box().y() * FINE));
    }
}
