package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Passes the tracked frames of a job on to a consumer as they come, in order and each once, on a daemon thread of its own.
 * Thread-safe.
 */
public final class JobFollower implements AutoCloseable {
    private final JobFrames frames;
    private final TrackedVideos videos;
    private final FrameEnd end;
    private final Consumer<TrackedFrame> consumer;
    private final CompletableFuture<Void> through = new CompletableFuture<>();
    private final Thread thread;
    /** As last known. */
    private volatile Job job;

    private volatile long readAt = System.nanoTime();

    public JobFollower(Job job, JobFrames.Open open, TrackedVideos videos, Consumer<TrackedFrame> consumer) {
        this.job = job;
        this.frames = open.of(job);
        this.videos = videos;
        this.end = new FrameEnd(videos);
        this.consumer = consumer;
        this.thread = DaemonThreads.of("follow-" + job.id(), this::run);
    }

    public void start() {
        thread.start();
    }

    /**
     * Waits until the consumer has received all frames of the job.
     *
     * @param ended the job as it ended, with the number of its frames
     * @param timeout for how long no frame comes
     * @throws WaitTimeoutException when it takes longer, or the thread is interrupted
     * @throws IllegalStateException when reading or the consumer failed
     */
    public void awaitEnd(Job ended, Duration timeout) {
        job = ended;
        var start = System.nanoTime();
        while (true) {
            var left = timeout.toNanos() - (System.nanoTime() - Math.max(start, readAt));
            try {
                through.get(Math.max(0, left), TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                requireProgress(timeout, start);
            } catch (ExecutionException e) {
                throw new IllegalStateException("reading the frames of " + job.id() + " ended", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new WaitTimeoutException("interrupted while waiting for the frames of " + job.id());
            }
        }
    }

    private void requireProgress(Duration timeout, long start) {
        if (System.nanoTime() - Math.max(start, readAt) >= timeout.toNanos()) {
            throw new WaitTimeoutException("after " + videos.of(job).frames() + " frames of " + job
                    + " no other was tracked within " + timeout.toMillis() + " ms");
        }
    }

    private void run() {
        try {
            var last = end.lastFrame(job);
            while (last.filter(end::isPast).isEmpty()) {
                var next = frames.next();
                next.forEach(entry -> consumer.accept(entry.frame()));
                end.read(next, frames);
                if (!next.isEmpty()) {
                    readAt = System.nanoTime();
                }
                last = end.lastFrame(job);
            }
            through.complete(null);
        } catch (InterruptedException | RuntimeException | Error e) {
            through.completeExceptionally(e);
        }
    }

    /** Stops without passing on the rest. Idempotent. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
