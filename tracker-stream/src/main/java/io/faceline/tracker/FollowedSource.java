package io.faceline.tracker;

import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.runtime.store.Table;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Optional;
import java.util.Queue;
import java.util.function.LongPredicate;

/**
 * A source whose faces are followed. A video's frames have sequence numbers without gaps and arrive in any order, since
 * partitions of the bulk lane overtake each other. A live source's frames arrive in order, with gaps where a newer frame
 * replaced one. Not thread-safe.
 */
final class FollowedSource {
    /** Several commits. */
    static final int KEPT_TICKS = 20;

    private final String prefix;
    private final Table<Sighting> waiting;
    private final int window;
    private final StepConsumer out;
    private final SourceTracking tracking;
    private final boolean isVideo;
    private long next;
    private Instant capturedAt;
    private Instant arrivedAt;
    private FrameCounts counts;

    /** Frames that were waiting, in the order in which they were tracked. */
    private final Queue<Tracked> tracked = new ArrayDeque<>();

    private long ticks;

    private record Tracked(long sequence, long tick) {}

    /** Receives what the frames of a source say. */
    interface StepConsumer {
        void frame(SourceTracking.Step step);

        void changes(SourceTracking.Changes changes);
    }

    /**
     * @param waiting frames that came before earlier ones
     * @param window the most frames that the sender of a video has under way: once a frame has come that is so much later, a
     *     missing one was given up, and will not come
     * @param out receives the frames in order, and the updates of each track in order
     */
    FollowedSource(
            String name,
            SourceState state,
            SourceTracking tracking,
            Table<Sighting> waiting,
            int window,
            StepConsumer out) {
        this.prefix = prefix(name);
        this.waiting = waiting;
        this.window = window;
        this.out = out;
        this.tracking = tracking;
        this.isVideo = state.isVideo();
        this.next = state.next();
        this.capturedAt = state.capturedAt();
        this.arrivedAt = state.arrivedAt();
        this.counts = state.counts();
        // What another left.
        waiting.withPrefix(prefix).values().stream()
                .map(FollowedSource::sequence)
                .filter(sequence -> sequence < next)
                .forEach(sequence -> tracked.add(new Tracked(sequence, 0)));
    }

    SourceState state() {
        return new SourceState(isVideo, next, capturedAt, arrivedAt, counts, tracking.state());
    }

    SourceTracking tracking() {
        return tracking;
    }

    FrameCounts counts() {
        return counts;
    }

    boolean isVideo() {
        return isVideo;
    }

    /** How long before a moment of the broker's clock the last answer was written. */
    Duration silence(Instant now) {
        return Duration.between(arrivedAt, now);
    }

    /** All frames with a lower sequence number were tracked or skipped. */
    long next() {
        return next;
    }

    /** @param written when the sighting was written, by the broker's clock */
    void accept(Sighting sighting, Instant written) {
        arrivedAt = written;
        if (isVideo) {
            inOrder(sighting);
        } else {
            asItComes(sighting);
        }
    }

    /** A frame of a video. One that was tracked before is ignored. */
    private void inOrder(Sighting sighting) {
        var sequence = sequence(sighting);
        if (sequence < next) {
            return;
        }
        if (sequence == next) {
            track(sighting);
            trackDue();
        } else {
            waiting.write(key(sequence), sighting);
        }
        while (sequence >= next + window) {
            skipMissing();
        }
    }

    /** A frame of a live source. */
    private void asItComes(Sighting sighting) {
        if (sequence(sighting) < next) {
            var isRepeated = !sighting.match().facts().capturedAt().isAfter(capturedAt);
            if (isRepeated) {
                return;
            }
            endTracks(TrackEnd.SOURCE_RESTARTED);
        }
        track(sighting);
    }

    /** Skips the frames of a video that will not be answered, as far as they are the next. */
    void skip(LongPredicate lost) {
        while (lost.test(next)) {
            next++;
            trackDue();
        }
    }

    /** Tracks what is waiting, without what is missing. */
    void trackWaiting() {
        while (first().isPresent()) {
            skipMissing();
        }
    }

    void endTracks(TrackEnd reason) {
        out.changes(tracking.end(reason));
    }

    /** Does as was said by hand; returns whether an open track changed. */
    boolean correct() {
        var changes = tracking.correct();
        out.changes(changes);
        return !changes.updates().isEmpty();
    }

    /** Takes back the names of people who were deleted. */
    void forgetGone() {
        out.changes(tracking.forgetGone());
    }

    /** Forgets the frames of a source that are waiting. */
    static void clear(String name, Table<Sighting> waiting) {
        waiting.withPrefix(prefix(name)).keySet().forEach(waiting::remove);
    }

    private static String prefix(String name) {
        return name + '|';
    }

    /** Goes on with the first frame that is here. */
    private void skipMissing() {
        next = first().map(FollowedSource::sequence).orElse(next + 1);
        trackDue();
    }

    private Optional<Sighting> first() {
        return waiting.withPrefix(prefix).values().stream()
                // After a crash the table may still have what was tracked.
                .filter(sighting -> sequence(sighting) >= next)
                .min(Comparator.comparingLong(FollowedSource::sequence));
    }

    private void trackDue() {
        for (var due = waiting.read(key(next)); due.isPresent(); due = waiting.read(key(next))) {
            tracked.add(new Tracked(next, ticks));
            track(due.get());
        }
    }

    /**
     * Forgets the frames that were waiting and are tracked, once the state that says so is written for sure: a crash may
     * keep the removal and not the state, and the frame would be lost. Called at every tick.
     */
    void prune() {
        ticks++;
        while (!tracked.isEmpty() && tracked.element().tick() + KEPT_TICKS < ticks) {
            waiting.remove(key(tracked.remove().sequence()));
        }
    }

    private void track(Sighting sighting) {
        var step = tracking.accept(new AnsweredFrame(sighting.match(), Optional.of(sighting.embeddings())));
        next = sequence(sighting) + 1;
        capturedAt = sighting.match().facts().capturedAt();
        counts = counts.plus(step.frame());
        out.frame(step);
    }

    private String key(long sequence) {
        return prefix + sequence;
    }

    private static long sequence(Sighting sighting) {
        return sighting.match().facts().sequence();
    }
}
