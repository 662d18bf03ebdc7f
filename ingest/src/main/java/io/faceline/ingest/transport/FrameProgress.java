package io.faceline.ingest.transport;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeSet;

/** The progress of a video: which of its frames were answered or lost. Thread-safe. */
public final class FrameProgress {
    private final InstantSource clock;
    private final ConditionMonitor changes = new ConditionMonitor();

    /** All frames below are done. */
    @GuardedBy("this")
    private long done;

    @GuardedBy("this")
    private long highest = -1;

    @GuardedBy("this")
    private final TreeSet<Long> doneBeyond = new TreeSet<>();

    @GuardedBy("this")
    private final TreeSet<Long> lost = new TreeSet<>();

    @GuardedBy("this")
    private int inFlight;

    @GuardedBy("this")
    private Instant lastAnswer;

    /** @param before the progress of an earlier process */
    public FrameProgress(JobVideo before, InstantSource clock) {
        this.clock = clock;
        this.done = before.frames();
        this.lost.addAll(before.lost());
        this.lastAnswer = clock.instant();
    }

    /** Adds frames whose answers an earlier process did not record. */
    public synchronized void answeredBefore(Collection<Long> sequences) {
        sequences.forEach(this::done);
    }

    public synchronized boolean isDone(long sequence) {
        return sequence < done || doneBeyond.contains(sequence);
    }

    /** Whether this is the first frame that is not done. */
    synchronized boolean isFirst(long sequence) {
        return sequence == done;
    }

    /** Whether a frame that is at least {@code by} positions later was answered. */
    synchronized boolean isOvertaken(long sequence, int by) {
        return highest >= sequence + by;
    }

    public synchronized void sent() {
        if (inFlight == 0) {
            lastAnswer = clock.instant();
        }
        inFlight++;
    }

    public void answered(long sequence) {
        synchronized (this) {
            lastAnswer = clock.instant();
            highest = Math.max(highest, sequence);
            arrived(sequence);
        }
        changes.announce();
    }

    /** Records that no answer will come. */
    public void lost(long sequence) {
        synchronized (this) {
            lost.add(sequence);
            arrived(sequence);
        }
        changes.announce();
    }

    @GuardedBy("this")
    private void arrived(long sequence) {
        inFlight--;
        done(sequence);
    }

    @GuardedBy("this")
    private void done(long sequence) {
        if (sequence >= done) {
            doneBeyond.add(sequence);
        }
        while (doneBeyond.remove(done)) {
            done++;
        }
    }

    public synchronized int lost() {
        return lost.size();
    }

    /** How long the frames in flight have been without any answer. */
    public synchronized Duration silence() {
        return inFlight == 0 ? Duration.ZERO : Duration.between(lastAnswer, clock.instant());
    }

    /** Waits until no frame is in flight. */
    public void awaitAll() throws InterruptedException {
        changes.await(this::isIdle);
    }

    private synchronized boolean isIdle() {
        return inFlight == 0;
    }

    /** Returns the video with this progress; lost frames beyond the number of done frames are left out. */
    public synchronized JobVideo noted(JobVideo video) {
        return video.at(done, new ArrayList<>(lost.headSet(done)));
    }
}
