package io.faceline.ingest.video;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.job.JobVideo;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameProgress;
import io.faceline.ingest.transport.RematchJob;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.vision.video.VideoException;
import io.faceline.vision.video.VideoFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a job from its first frame to its end, on a thread of its own, and stores its final state in {@code jobs}. A stopped
 * run stores none; that is left to the caller of {@link #stop}.
 */
final class VideoRun implements VideoSender.Follower, EmbeddingsSender.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(VideoRun.class);
    private static final int MAX_LOST = 1000;

    private final Job job;
    private final Path file;
    private final Context context;
    private final FrameProgress progress;
    private final RetryingFrameSender frames;
    private final Thread thread;
    private final AtomicReference<Optional<JobError>> ending = new AtomicReference<>();
    private double start;

    /** The dependencies that all runs share. */
    record Context(
            JobStore jobs,
            RetryingFrameSender.FrameTransport transport,
            FrameMetrics metrics,
            Supplier<VideoDecoder> decoders,
            AnsweredFrameHistory history,
            EmbeddingHistory embeddings,
            RetryingFrameSender.Times times,
            Duration maxDuration,
            InstantSource clock) {}

    /** @param whenEnded called last, on the thread of the run */
    VideoRun(Job job, Path file, Context context, Runnable whenEnded) {
        this.job = job;
        this.file = file;
        this.context = context;
        this.progress = new FrameProgress(job.requireVideo(), context.clock());
        this.frames = new RetryingFrameSender(context.transport(), progress, context.times(), context.clock());
        this.thread = DaemonThreads.of("video-" + job.id(), () -> run(whenEnded));
    }

    void start() {
        thread.start();
    }

    /** Stops sending frames without storing a final state. */
    void stop() {
        end(Optional.empty());
    }

    void awaitEnd(Duration timeout) throws InterruptedException {
        thread.join(timeout.toMillis());
    }

    /** Stores the progress and retries unanswered frames. Called every second. */
    void tick() {
        if (isCancelled()) {
            return;
        }
        frames.goOn();
        if (progress.silence().compareTo(context.times().patience()) > 0) {
            fail(
                    "STALLED",
                    "no frame was answered for " + context.times().patience().toMinutes()
                            + " minutes: check /health of the services, then send the video again");
        }
        change(running -> {
            var updated = withProgress(running);
            return updated.equals(running)
                    ? running
                    : updated.with(updated.requireVideo(), context.clock().instant());
        });
    }

    private void run(Runnable whenEnded) {
        try {
            work();
        } catch (InterruptedException e) {
            // Only end() interrupts this thread.
            stop();
            ending.get().ifPresent(this::write);
        } catch (RuntimeException e) {
            if (!isCancelled()) {
                LOG.error("event=job_failed job={}", job.id(), e);
            }
            conclude(Optional.of(new JobError("INTERNAL_SERVER_ERROR", "internal error; see the server log")));
        } finally {
            frames.close();
            whenEnded.run();
        }
    }

    private void work() throws InterruptedException {
        if (job.state() == JobState.RUNNING) {
            progress.answeredBefore(context.history().of(job));
        }
        change(queued -> queued.in(JobState.RUNNING, context.clock().instant()));
        var isSent = resend();
        progress.awaitAll();
        var failure = isSent ? Optional.<JobError>empty() : send();
        progress.awaitAll();
        conclude(failure);
    }

    /**
     * Sends what an earlier job knows of the video's faces.
     *
     * @return whether all frames were sent; the video has the rest
     */
    private boolean resend() throws InterruptedException {
        var done = Optional.ofNullable(job.requireVideo().rematchOf())
                .flatMap(context.jobs()::find)
                .filter(Job::hasVideo);
        if (done.isEmpty()) {
            return false;
        }
        var again = new RematchJob(frames, job.id(), context.times().window());
        var isSent = new EmbeddingsSender(context.embeddings()).send(done.get(), again, this);
        if (!isSent) {
            LOG.info("event=embeddings_gone job={}; the video is analysed again", job.id());
        }
        return isSent;
    }

    /** Sends the video; returns the error if it could not be sent completely. */
    private Optional<JobError> send() throws InterruptedException {
        try (var decoder = context.decoders().get()) {
            var damaged = new VideoSender(decoder, job.requireVideo().framesPerSecond())
                    .send(
                            file,
                            new BulkJob(
                                    context.metrics().over(frames),
                                    job.session(),
                                    job.id(),
                                    context.times().window()),
                            this);
            if (damaged > 0) {
                LOG.info("event=damaged_packets_skipped job={} packets={}", job.id(), damaged);
            }
            return Optional.empty();
        } catch (VideoException e) {
            return Optional.of(new JobError(e.code().name(), e.text()));
        }
    }

    /** Stores the final state; the first reason to end wins. */
    private void conclude(Optional<JobError> error) {
        if (!ending.compareAndSet(null, error)) {
            ending.get().ifPresent(this::write);
        } else if (error.isPresent()) {
            write(error.get());
        } else {
            change(running ->
                    withProgress(running).in(JobState.DONE, context.clock().instant()));
        }
    }

    private void write(JobError error) {
        LOG.info("event=job_failed job={} code={}", job.id(), error.code());
        change(running -> {
            var now = context.clock().instant();
            var updated = withProgress(running);
            return updated.with(updated.requireVideo().failed(error), now).in(JobState.FAILED, now);
        });
    }

    private void fail(String code, String message) {
        end(Optional.of(new JobError(code, message)));
    }

    private void end(Optional<JobError> error) {
        if (ending.compareAndSet(null, error)) {
            thread.interrupt();
        }
    }

    /** The job with the current progress. */
    Job withProgress(Job running) {
        return running.with(progress.noted(running.requireVideo()), running.changedAt());
    }

    /** Changes the job unless it has ended meanwhile. */
    private void change(UnaryOperator<Job> change) {
        var unused = context.jobs().change(job.id(), now -> now.state().isUnfinished() ? change.apply(now) : now);
    }

    @Override
    public void opened(VideoFacts facts) {
        start = facts.start();
        if (facts.otherTracks() > 0) {
            LOG.warn("event=video_tracks_skipped job={} tracks={}", job.id(), facts.otherTracks());
        }
        requireShort(facts.duration());
        change(running -> running.with(
                opened(running.requireVideo(), facts), context.clock().instant()));
    }

    private static JobVideo opened(JobVideo video, VideoFacts facts) {
        var known = facts.duration() > 0 ? video.opened(facts.duration()) : video;
        return known.of(Optional.ofNullable(video.file())
                .map(file -> file.opened(facts.start(), facts.framesPerSecond(), facts.recordedAt()))
                .orElse(null));
    }

    private void requireShort(double seconds) {
        if (seconds > context.maxDuration().toSeconds()) {
            fail("TOO_LONG", "a video may last at most " + context.maxDuration().toSeconds() + " s: cut it");
        }
    }

    @Override
    public boolean isAnswered(long sequence) {
        return progress.isDone(sequence);
    }

    @Override
    public void sent(long sequence, double position, CompletableFuture<Match> answer) {
        requireShort(position - start);
        sent(sequence, answer);
    }

    @Override
    public void sent(long sequence, CompletableFuture<Match> answer) {
        progress.sent();
        var unused = answer.whenComplete((match, failure) -> {
            if (failure == null) {
                progress.answered(sequence);
            } else if (isHeardNoMore(failure)) {
                // The next process resumes the job.
                stop();
            } else {
                lost(sequence);
            }
        });
    }

    /** Whether the frame has no answer only because this process stopped receiving answers. */
    private static boolean isHeardNoMore(Throwable failure) {
        return Throwables.ofFuture(failure) instanceof FrameLostException lost && !lost.isDeadLetter();
    }

    private void lost(long sequence) {
        progress.lost(sequence);
        if (progress.lost() > MAX_LOST) {
            fail(
                    "TOO_MANY_LOST",
                    "more than " + MAX_LOST + " frames got no answer; the topic dead-letters holds the causes");
        }
    }

    @Override
    public boolean isCancelled() {
        return ending.get() != null;
    }
}
