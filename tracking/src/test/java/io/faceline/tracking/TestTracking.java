package io.faceline.tracking;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.tracking.summary.VideoSummary;
import io.faceline.tracking.video.VideoPeople;
import java.util.List;

/** Tracks a video and summarises it, as the tracker and its readers do together. */
public final class TestTracking {
    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);
    private final VideoPeople people = new VideoPeople();
    private long frames;
    private long lost;
    private long faces;

    public TrackedFrame accept(AnsweredFrame frame) {
        var step = tracking.accept(frame);
        step.changes()
                .ended()
                .forEach(track -> people.add(
                        track.withoutPictures(), tracking.thresholds().orElseThrow()));
        frames++;
        lost += frame.isLost() ? 1 : 0;
        faces += step.frame().faces().size();
        return step.frame();
    }

    public List<Appearance> appearances() {
        return tracking.thresholds()
                .map(thresholds -> people.appearances(tracking.open(), thresholds))
                .orElse(List.of());
    }

    public VideoSummary summary() {
        return VideoSummary.of(appearances(), video());
    }

    private TrackedVideo video() {
        return new TrackedVideo(TestVideo.JOB, TestVideo.SESSION, frames, lost, faces, frames, frames - 1, 0, false);
    }
}
