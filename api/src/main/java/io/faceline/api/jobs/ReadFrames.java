package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.TrackedFrame;
import io.faceline.tracking.VideoTracking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Frames from the topics. Reads little further than it is asked to, so that whoever asks slowly costs no memory. */
public final class ReadFrames implements JobFrames {
    private static final int AHEAD = 64;
    private static final long TICK_MILLIS = 100;

    private final BlockingQueue<AnsweredFrame> ready = new ArrayBlockingQueue<>(AHEAD);
    private final VideoTracking tracking = new VideoTracking();
    private final JobReader reader;
    private volatile boolean closed;
    // Of the thread that asks.
    private int skipped;

    private ReadFrames(KafkaSettings kafka, Job job) {
        reader = new JobReader(kafka, job.session(), job.id(), StartOffset.at(job.startedAt()), this::put);
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
            var isTaken = false;
            while (!isTaken && !closed) {
                isTaken = ready.offer(frame, TICK_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<TrackedFrame> next(Duration atMost) throws InterruptedException {
        var frame = Optional.ofNullable(ready.poll(atMost.toMillis(), TimeUnit.MILLISECONDS));
        if (frame.isEmpty() && !reader.health().live()) {
            throw new IllegalStateException(String.join("; ", reader.health().reasons()));
        }
        return frame.map(tracking::accept);
    }

    @Override
    public void skip(List<Long> lost) {
        // They only become more; to skip one again does no harm.
        if (lost.size() != skipped) {
            skipped = lost.size();
            lost.forEach(reader::skip);
        }
    }

    @Override
    public boolean isThrough(long count) {
        // In this order: what is delivered is in the queue before it counts.
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
