package io.faceline.api.jobs.people;

import io.faceline.tracking.BestShot;
import io.faceline.tracking.summary.Appearance;
import io.faceline.tracking.summary.UncertainSighting;
import io.faceline.tracking.summary.VideoSummary;
import java.util.stream.Stream;

/**
 * The people of a job.
 *
 * @param isComplete whether the job has ended and all its frames are included
 */
public record JobSummary(VideoSummary summary, boolean isComplete) {
    /** The best shots of all appearances. */
    Stream<BestShot> shots() {
        return Stream.of(
                        summary.people().stream().flatMap(seen -> seen.appearances().stream()),
                        summary.unknown().stream().flatMap(seen -> seen.appearances().stream()),
                        summary.uncertain().stream().map(UncertainSighting::appearance))
                .<Appearance>flatMap(appearances -> appearances)
                .map(Appearance::bestShot);
    }

    /** Its weight in a cache, in appearances. */
    int size() {
        return 1 + (int) shots().count();
    }
}
