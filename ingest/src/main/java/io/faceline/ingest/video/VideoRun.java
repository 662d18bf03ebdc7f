package io.faceline.ingest.video;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobError;
import io.faceline.contracts.job.JobState;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.transport.FrameLostException;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameProgress;
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
 * A job from its first frame to its end, on a thread of its own. What it comes to stands in {@code jobs}, unless it is
 * stopped: then that is up to whoever stopped it.
 */
final class VideoRun implements VideoSender.Follower {
    private static final Logger LOG = LoggerFactory.getLogger(VideoRun.class);
    private static final int MAX_LOST = 1000;

    private final Job job;
    private final Path file;
    private final Context context;
    private final FrameProgress answered;
    private final RetryingFrameSender frames;
    private final Thread thread;
    private final AtomicReference<Optional<JobError>> ending = new AtomicReference<>();
    private double start;

    /** What every run works with. */
    record Context(
            JobStore jobs,
            RetryingFrameSender.FrameTransport way,
            FrameMetrics account,
            Supplier<VideoDecoder> decoders,
            AnsweredFrameHistory earlier,
            RetryingFrameSender.Times times,
            Duration maxDuration,
            InstantSource clock) {}

    /** @param whenEnded called last, on the thread of the run */
    VideoRun(Job job, Path file, Context context, Runnable whenEnded) {
        this.job = job;
        this.file = file;
        this.context = context;
        this.answered = new FrameProgress(job.requireVideo(), context.clock());
        this.frames = new RetryingFrameSender(context.way(), answered, context.times(), context.clock());
        this.thread = DaemonThreads.of("video-" + job.id(), () -> run(whenEnded));
    }

    void start() {
        thread.start();
    }

    /** Sends no more frames; what the job has come to is somebody else's to say. */
    void stop() {
        end(Optional.empty());
    }

    void awaitEnd(Duration atMost) throws InterruptedException {
        thread.join(atMost.toMillis());
    }

    /** Takes note of how far it is, and goes on with what found no answer. To be called every second. */
    void tick() {
        if (isCancelled()) {
            return;
        }
        frames.goOn();
        if (answered.silence().compareTo(context.times().patience()) > 0) {
            fail(
                    "STALLED",
                    "no frame was answered for " + context.times().patience().toMinutes()
                            + " minutes: see /health of the services, then send it again");
        }
        change(running -> {
            var noted = noted(running);
            return noted.equals(running)
                    ? running
                    : noted.with(noted.requireVideo(), context.clock().instant());
        });
    }

    private void run(Runnable whenEnded) {
        try {
            work();
        } catch (InterruptedException e) {
            // Nobody interrupts it but end().
            stop();
            ending.get().ifPresent(this::write);
        } catch (RuntimeException e) {
            if (!isCancelled()) {
                LOG.error("a job failed job={}", job.id(), e);
            }
            conclude(
                    Optional.of(new JobError("INTERNAL_SERVER_ERROR", "something went wrong here; the log says what")));
        } finally {
            frames.close();
            whenEnded.run();
        }
    }

    private void work() throws InterruptedException {
        if (job.state() == JobState.RUNNING) {
            answered.answeredBefore(context.earlier().of(job));
        }
        change(queued -> queued.in(JobState.RUNNING, context.clock().instant()));
        var failure = send();
        answered.awaitAll();
        conclude(failure);
    }

    /** Why not the whole video was sent. */
    private Optional<JobError> send() throws InterruptedException {
        try (var decoder = context.decoders().get()) {
            var damaged = new VideoSender(decoder, job.requireVideo().framesPerSecond())
                    .send(
                            file,
                            new BulkJob(
                                    context.account().over(frames),
                                    job.session(),
                                    job.id(),
                                    context.times().window()),
                            this);
            if (damaged > 0) {
                LOG.info("damaged parts of a video were passed over job={} packets={}", job.id(), damaged);
            }
            return Optional.empty();
        } catch (VideoException e) {
            return Optional.of(new JobError(e.code().name(), e.text()));
        }
    }

    /** Whoever ends it first, says why. */
    private void conclude(Optional<JobError> error) {
        if (!ending.compareAndSet(null, error)) {
            ending.get().ifPresent(this::write);
        } else if (error.isPresent()) {
            write(error.get());
        } else {
            change(running -> noted(running).in(JobState.DONE, context.clock().instant()));
        }
    }

    private void write(JobError error) {
        LOG.info("a job failed job={} code={}", job.id(), error.code());
        change(running -> {
            var now = context.clock().instant();
            var noted = noted(running);
            return noted.with(noted.requireVideo().failed(error), now).in(JobState.FAILED, now);
        });
    }

    private void fail(String code, String message) {
        end(Optional.of(new JobError(code, message)));
    }

    private void end(Optional<JobError> why) {
        if (ending.compareAndSet(null, why)) {
            thread.interrupt();
        }
    }

    /** A job with all that is known of it up to now. */
    Job noted(Job running) {
        return running.with(answered.noted(running.requireVideo()), running.changedAt());
    }

    /** Of a job that has ended meanwhile nothing changes. */
    private void change(UnaryOperator<Job> change) {
        var unused = context.jobs().change(job.id(), now -> now.state().isUnfinished() ? change.apply(now) : now);
    }

    @Override
    public void opened(VideoFacts facts) {
        start = facts.start();
        requireShort(facts.duration());
        if (facts.duration() > 0) {
            change(running -> running.with(
                    running.requireVideo().opened(facts.duration()),
                    context.clock().instant()));
        }
    }

    private void requireShort(double seconds) {
        if (seconds > context.maxDuration().toSeconds()) {
            fail("TOO_LONG", "a video may last " + context.maxDuration().toSeconds() + " s: cut it");
        }
    }

    @Override
    public boolean isAnswered(long sequence) {
        return answered.isDone(sequence);
    }

    @Override
    public void sent(long sequence, double position, CompletableFuture<Match> answer) {
        requireShort(position - start);
        answered.sent();
        var unused = answer.whenComplete((match, failure) -> {
            if (failure == null) {
                answered.answered(sequence);
            } else if (isHeardNoMore(failure)) {
                // The next process goes on with the job.
                stop();
            } else {
                lost(sequence);
            }
        });
    }

    /** This process listens for no answers any more, though there may be one. */
    private static boolean isHeardNoMore(Throwable failure) {
        return Throwables.ofFuture(failure) instanceof FrameLostException lost && !lost.isDeadLetter();
    }

    private void lost(long sequence) {
        answered.lost(sequence);
        if (answered.lost() > MAX_LOST) {
            fail("TOO_MANY_LOST", "more than " + MAX_LOST + " frames got no answer; dead-letters says why");
        }
    }

    @Override
    public boolean isCancelled() {
        return ending.get() != null;
    }
}
