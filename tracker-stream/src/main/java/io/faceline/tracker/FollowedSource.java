package io.faceline.tracker;

import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.store.Table;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A source while one of its sightings is worked on. A video's frames have sequence numbers without gaps and arrive in any
 * order, since partitions of the bulk lane overtake each other. A live source's frames arrive in order, with gaps where a
 * newer frame replaced one. Not thread-safe.
 */
final class FollowedSource {
    private final String prefix;
    private final Table<Sighting> waiting;
    private final int window;
    private final Consumer<TrackUpdate> out;
    private final SourceTracking tracking;
    private final boolean isVideo;
    private long next;
    private Instant capturedAt;

    /**
     * @param waiting frames that came before earlier ones
     * @param window the most frames that the sender of a video has under way: once a frame has come that is so much later, a
     *     missing one was given up, and will not come
     * @param out receives the updates of each track in order
     */
    FollowedSource(String name, SourceState state, Table<Sighting> waiting, int window, Consumer<TrackUpdate> out) {
        this.prefix = name + '|';
        this.waiting = waiting;
        this.window = window;
        this.out = out;
        this.tracking = new SourceTracking(state.tracking());
        this.isVideo = state.isVideo();
        this.next = state.next();
        this.capturedAt = state.capturedAt();
    }

    SourceState state(Instant arrivedAt) {
        return new SourceState(isVideo, next, capturedAt, arrivedAt, tracking.state());
    }

    void accept(Sighting sighting) {
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
            tracking.end(TrackEnd.SOURCE_RESTARTED).forEach(out);
        }
        track(sighting);
    }

    /** Nothing more will come. */
    void end() {
        while (first().isPresent()) {
            skipMissing();
        }
        endTracks();
    }

    /** Nothing came for a while. */
    void endTracks() {
        tracking.end(TrackEnd.SOURCE_SILENT).forEach(out);
    }

    /** Goes on with the first frame that is here. */
    private void skipMissing() {
        next = first().map(FollowedSource::sequence).orElse(next + 1);
        trackDue();
    }

    private Optional<Sighting> first() {
        return waiting.withPrefix(prefix).values().stream().min(Comparator.comparingLong(FollowedSource::sequence));
    }

    private void trackDue() {
        for (var due = waiting.read(key(next)); due.isPresent(); due = waiting.read(key(next))) {
            waiting.remove(key(next));
            track(due.get());
        }
    }

    private void track(Sighting sighting) {
        var frame = new AnsweredFrame(sighting.match(), Optional.of(sighting.embeddings()));
        tracking.accept(frame).updates().forEach(out);
        next = sequence(sighting) + 1;
        capturedAt = sighting.match().facts().capturedAt();
    }

    private String key(long sequence) {
        return prefix + sequence;
    }

    private static long sequence(Sighting sighting) {
        return sighting.match().facts().sequence();
    }
}
