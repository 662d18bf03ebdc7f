package io.faceline.ingest.transport;

import io.faceline.contracts.job.JobVideo;
import io.faceline.runtime.concurrent.ConditionMonitor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.TreeSet;

/** How far a video is: which of its frames were answered or given up. Safe for all threads. */
public final class FrameProgress {
    private final InstantSource clock;
    private final ConditionMonitor changes = new ConditionMonitor();
    // All that follows is guarded by this.
    /** All frames below are done. */
    private long done;

    private long highest = -1;
    private final TreeSet<Long> doneBeyond = new TreeSet<>();
    private final TreeSet<Long> lost = new TreeSet<>();
    private int underWay;
    private Instant lastAnswer;

    /** @param before how far an earlier process came */
    public FrameProgress(JobVideo before, InstantSource clock) {
        this.clock = clock;
        this.done = before.frames();
        this.lost.addAll(before.lost());
        this.lastAnswer = clock.instant();
    }

    /** Answers of which an earlier process did not get to take note. */
    public synchronized void answeredBefore(Collection<Long> sequences) {
        sequences.forEach(this::done);
    }

    public synchronized boolean isDone(long sequence) {
        return sequence < done || doneBeyond.contains(sequence);
    }

    /** Whether all others wait for this one. */
    synchronized boolean isFirst(long sequence) {
        return sequence == done;
    }

    /** Whether a frame so far behind it was answered already. */
    synchronized boolean isOvertaken(long sequence, int by) {
        return highest >= sequence + by;
    }

    public synchronized void sent() {
        if (underWay == 0) {
            lastAnswer = clock.instant();
        }
        underWay++;
    }

    public void answered(long sequence) {
        synchronized (this) {
            lastAnswer = clock.instant();
            highest = Math.max(highest, sequence);
            arrived(sequence);
        }
        changes.announce();
    }

    /** No answer will come for it. */
    public void lost(long sequence) {
        synchronized (this) {
            lost.add(sequence);
            arrived(sequence);
        }
        changes.announce();
    }

    private void arrived(long sequence) {
        underWay--;
        done(sequence);
    }

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

    /** For how long frames have been under way without any answer. */
    public synchronized Duration silence() {
        return underWay == 0 ? Duration.ZERO : Duration.between(lastAnswer, clock.instant());
    }

    /** Waits until no frame is under way. */
    public void awaitAll() throws InterruptedException {
        changes.await(this::isQuiet);
    }

    private synchronized boolean isQuiet() {
        return underWay == 0;
    }

    /** Takes note of it: of frames lost only those that the number of frames covers. */
    public synchronized JobVideo noted(JobVideo video) {
        return video.at(done, new ArrayList<>(lost.headSet(done)));
    }
}
