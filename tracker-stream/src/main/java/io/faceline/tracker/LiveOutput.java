package io.faceline.tracker;

import io.faceline.tracking.SourceTracking;

/** Passes on what the frames of a live source say. */
record LiveOutput(TrackOutbox out) implements FollowedSource.StepConsumer {
    @Override
    public void frame(SourceTracking.Step step) {
        out.frame(step.frame());
        changes(step.changes());
    }

    @Override
    public void changes(SourceTracking.Changes changes) {
        changes.updates().forEach(out::track);
    }
}
