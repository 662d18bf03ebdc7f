package io.faceline.benchmarks.synthetic;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.tracking.summary.VideoSummary;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Processes a video as {@code faceline recognize} does: bulk lane, follower of tracked frames. */
public final class WatchFilm {
    private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

    private final Pipeline pipeline;
    private final VideoSender sender;

    /** @param frames in order */
    public record Watched(List<TrackedFrame> frames, VideoSummary summary) {
        public Watched {
            frames = List.copyOf(frames);
        }
    }

    public WatchFilm(Pipeline pipeline, VideoSender sender) {
        this.pipeline = pipeline;
        this.sender = sender;
    }

    /** Returns when every frame was answered. */
    public Watched watch(Path film, SessionId session) throws VideoException, InterruptedException {
        var job = pipeline.jobs().begin("film-" + UUID.randomUUID(), session);
        var tracked = Collections.synchronizedList(new ArrayList<TrackedFrame>());
        try (var follower = pipeline.results().follow(job, tracked::add)) {
            follower.start();
            var frames = pipeline.openJob(session, job.id());
            sender.send(film, frames, new AllFrames());
            var ended = pipeline.jobs().end(job, JobState.DONE, new SentFrames(frames.next(), List.of()));
            follower.awaitEnd(ended, DELIVERY_TIMEOUT);
            var summary = pipeline.results().people().await(ended, DELIVERY_TIMEOUT);
            pipeline.jobs().forget(ended);
            return new Watched(tracked, summary);
        }
    }

    /** Sends every frame. */
    private static final class AllFrames implements VideoSender.Follower {
        @Override
        public void opened(VideoFacts facts) {
            // Not used.
        }

        @Override
        public boolean isAnswered(long sequence) {
            return false;
        }

        @Override
        public void sent(long sequence, double position, CompletableFuture<Match> answer) {
            // The follower receives the tracked frame.
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
