package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.TrackedFrame;
import io.faceline.tracking.summary.VideoTracking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads frames from Kafka. Reads only little ahead, so that a slow caller costs no memory. Not thread-safe. */
public final class ReadFrames implements JobFrames {
    private static final int READ_AHEAD = 64;
    private static final long TICK_MILLIS = 100;

    private final BlockingQueue<AnsweredFrame> ready = new ArrayBlockingQueue<>(READ_AHEAD);
    private final VideoTracking tracking = new VideoTracking();
    private final JobReader reader;
    private volatile boolean closed;
    // Confined to the calling thread.
    private int skipped;

    private ReadFrames(KafkaSettings kafka, Job job) {
        reader = new JobReader(kafka, job.session(), job.id(), StartOffset.ofWorkSince(job.startedAt()), this::put);
    }

    public static ReadFrames open(KafkaSettings kafka, Job job) {
        var frames = new ReadFrames(kafka, job);
        try {
            frames.reader.start();
            return frames;
        } catch (RuntimeException e) {
            frames.close();
            throw e;
        }
    }

    private void put(AnsweredFrame frame) {
        try {
            var isQueued = false;
            while (!isQueued && !closed) {
                isQueued = ready.offer(frame, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<TrackedFrame> next(Duration timeout) throws InterruptedException {
        var frame = Optional.ofNullable(ready.poll(timeout.toMillis(), TimeUnit.MILLISECONDS));
        if (frame.isEmpty() && !reader.health().live()) {
            throw new IllegalStateException(String.join("; ", reader.health().reasons()));
        }
        return frame.map(tracking::accept);
    }

    @Override
    public void skip(List<Long> lost) {
        // The list only grows; skipping a frame twice is harmless.
        if (lost.size() != skipped) {
            skipped = lost.size();
            lost.forEach(reader::skip);
        }
    }

    @Override
    public boolean isThrough(long count) {
        // The order matters: a frame enters the queue before it counts as delivered.
        return reader.delivered() >= count && ready.isEmpty();
    }

    @Override
    public boolean isCaughtUp() {
        return reader.health().ready();
    }

    @Override
    public void close() {
        closed = true;
        reader.close();
    }
}
