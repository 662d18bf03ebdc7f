package io.faceline.api.jobs.people;

import io.faceline.tracking.Appearance;
import io.faceline.tracking.BestShot;
import io.faceline.tracking.UncertainSighting;
import io.faceline.tracking.VideoSummary;
import java.util.stream.Stream;

/**
 * Who was seen in a job.
 *
 * @param isComplete whether the job ended and this is of all its frames
 */
public record JobSummary(VideoSummary summary, boolean isComplete) {
    /** One of each appearance, whoever it is of. */
    Stream<BestShot> shots() {
        return Stream.of(
                        summary.people().stream().flatMap(seen -> seen.appearances().stream()),
                        summary.unknown().stream().flatMap(seen -> seen.appearances().stream()),
                        summary.uncertain().stream().map(UncertainSighting::appearance))
                .<Appearance>flatMap(some -> some)
                .map(Appearance::bestShot);
    }

    /** What it takes to remember it, in appearances. */
    int size() {
        return 1 + (int) shots().count();
    }
}
