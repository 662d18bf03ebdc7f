package io.faceline.api.jobs.people;

import io.faceline.api.jobs.JobRoutes;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.contracts.face.Quality;
import io.faceline.contracts.face.Reason;
import io.faceline.contracts.job.Job;
import io.faceline.tracking.summary.SeenShot;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The best face of an appearance.
 *
 * @param url URL of the crop, another for another frame; null when there is none
 * @param sequence sequence of the frame
 * @param position position of the frame in seconds
 */
public record ShotView(
        @Nullable String url,
        long sequence,
        double position,
        BoundingBox box,
        Quality quality,
        double score,
        List<Reason> reasons) {
    /** Makes the view of a shot. */
    @FunctionalInterface
    public interface Of {
        ShotView view(Job job, SeenShot shot);
    }

    /** @param hasPicture whether there is a picture of the appearance with this id */
    public static ShotView of(Job job, SeenShot seen, Predicate<String> hasPicture) {
        var shot = seen.shot();
        return new ShotView(
                hasPicture.test(seen.appearance()) ? url(job, seen) : null,
                shot.sequence(),
                shot.seconds(),
                shot.box(),
                shot.quality(),
                shot.score(),
                shot.reasons());
    }

    private static String url(Job job, SeenShot seen) {
        return JobRoutes.PATH + "/" + job.id() + "/shots/" + ShotId.of(seen.appearance()) + "?frame="
                + seen.shot().sequence();
    }
}
