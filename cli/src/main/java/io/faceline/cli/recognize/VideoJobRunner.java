package io.faceline.cli.recognize;

import io.faceline.api.jobs.JobFollower;
import io.faceline.cli.command.CommandFailure;
import io.faceline.cli.command.Interruption;
import io.faceline.cli.output.FileResult;
import io.faceline.cli.output.ResultWriter;
import io.faceline.cli.photo.PhotoFailure;
import io.faceline.cli.progress.Progress;
import io.faceline.cli.report.Plurals;
import io.faceline.contracts.Shown;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.SentFrames;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoSender;
import io.faceline.standalone.pipeline.Pipeline;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Processes one video from its first frame to its summary. The calling thread sends the frames; the follower's thread
 * receives the tracked frames in order and writes them.
 */
final class VideoJobRunner implements VideoSender.Follower, AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration DELIVERY_TIMEOUT = Duration.ofMinutes(2);

    private final Path file;
    private final Job job;
    private final Pipeline pipeline;
    private final VideoSender sender;
    private final ResultWriter writer;
    private final Progress progress;
    private final Interruption interruption;
    private final BulkJob frames;
    private final JobFollower follower;
    private final Set<Long> answeredBefore;
    private final UnansweredFrames unanswered = new UnansweredFrames();
    private final Map<Long, FileResult.LostFrame> lost = new ConcurrentSkipListMap<>();
    private Optional<VideoFacts> facts = Optional.empty();
    private Instant touchedAt = Instant.now();

    /** @param isResumed whether an earlier process sent some of the frames */
    VideoJobRunner(
            Path file,
            Job job,
            boolean isResumed,
            Pipeline pipeline,
            VideoSender sender,
            ResultWriter writer,
            Progress progress,
            Interruption interruption) {
        this.file = file;
        this.job = job;
        this.pipeline = pipeline;
        this.sender = sender;
        this.writer = writer;
        this.progress = progress;
        this.interruption = interruption;
        this.frames = pipeline.openJob(job.session(), job.id());
        this.answeredBefore = isResumed ? pipeline.answeredFrames(job) : Set.of();
        this.follower = pipeline.results().follow(job, this::tracked);
    }

    /** Returns when the summary was written; false when the video failed or lost frames. */
    boolean run() {
        follower.start();
        try {
            var damaged = sender.send(file, frames, this);
            unanswered.await(ANSWER_TIMEOUT);
            writeAll(stateAfterAll(), note(damaged));
            return lost.isEmpty();
        } catch (VideoException e) {
            unanswered.await(ANSWER_TIMEOUT);
            if (facts.isPresent()) {
                writeAll(JobState.FAILED, Optional.of("the video is truncated: " + e.code()));
            } else {
                var unused = end(JobState.FAILED);
            }
            writer.write(new FileResult.FailedFile(file, e.code().name(), e.getMessage()));
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.failed("interrupted");
        }
    }

    private Optional<String> note(long damaged) {
        if (interruption.isRequested()) {
            return Optional.of("interrupted: the results so far");
        }
        var notes = new ArrayList<String>();
        if (damaged > 0) {
            notes.add(Plurals.of(damaged, "damaged part") + " of the video skipped");
        }
        var others = facts.map(VideoFacts::otherTracks).orElse(0);
        if (others > 0) {
            notes.add(Plurals.of(others, "other video track") + " not searched (ffmpeg -map 0:v:N extracts one)");
        }
        return notes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", notes));
    }

    private JobState stateAfterAll() {
        if (interruption.isRequested()) {
            return JobState.CANCELLED;
        }
        return lost.isEmpty() ? JobState.DONE : JobState.FAILED;
    }

    /** The tracker waits for no more than the frames of a job that has ended. */
    private Job end(JobState state) {
        return pipeline.jobs().end(job, state, new SentFrames(frames.next(), List.copyOf(lost.keySet())));
    }

    private void writeAll(JobState state, Optional<String> note) {
        var ended = end(state);
        follower.awaitEnd(ended, DELIVERY_TIMEOUT);
        var summary = pipeline.results().people().await(ended, DELIVERY_TIMEOUT);
        progress.end();
        lost.values().forEach(writer::write);
        writer.write(new FileResult.WatchedVideo(file, facts.orElseThrow(), summary, note));
    }

    private void tracked(TrackedFrame frame) {
        writer.write(new FileResult.WatchedFrame(file, frame));
    }

    @Override
    public void opened(VideoFacts known) {
        facts = Optional.of(known);
        progress.begin(Shown.of(file.getFileName()), "frames", expectedFrames(known));
    }

    private long expectedFrames(VideoFacts known) {
        return Math.round(known.duration() * Math.min(known.framesPerSecond(), sender.framesPerSecond()));
    }

    @Override
    public boolean isAnswered(long sequence) {
        var isAnswered = answeredBefore.contains(sequence);
        if (isAnswered) {
            progress.step();
        }
        return isAnswered;
    }

    @Override
    public void sent(long sequence, double position, CompletableFuture<Match> answer) {
        unanswered.sent();
        var unused = answer.whenComplete((match, failure) -> {
            if (failure != null) {
                markLost(sequence, position, PhotoFailure.of(failure));
            }
            unanswered.answered();
        });
        progress.step();
        touchJob();
    }

    private void markLost(long sequence, double position, PhotoFailure failure) {
        lost.put(sequence, new FileResult.LostFrame(file, position, failure.code(), failure.getMessage()));
    }

    private void touchJob() {
        var now = Instant.now();
        if (now.isAfter(touchedAt.plus(JobStore.SIGN_OF_LIFE))) {
            touchedAt = now;
            pipeline.jobs().touch(job);
        }
    }

    @Override
    public boolean isCancelled() {
        return interruption.isRequested();
    }

    @Override
    public void close() {
        follower.close();
    }
}
