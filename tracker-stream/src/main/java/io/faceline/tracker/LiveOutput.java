package io.faceline.tracker;

import io.faceline.tracking.SourceTracking;
import java.util.function.BooleanSupplier;

/**
 * Passes on what the frames of a live source say.
 *
 * @param isErased whether nobody is to see pictures of the source any more
 */
record LiveOutput(String source, BooleanSupplier isErased, TrackOutbox out) implements FollowedSource.StepConsumer {
    @Override
    public void frame(SourceTracking.Step step) {
        out.frame(step.frame());
        changes(step.changes());
    }

    @Override
    public void changes(SourceTracking.Changes changes) {
        if (!isErased.getAsBoolean()) {
            changes.pictures().forEach(picture -> out.trackPicture(source, picture));
        }
        changes.updates().forEach(out::track);
    }
}
