package io.faceline.cli.watch;

import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One stay of somebody, over all tracks of the face that follow each other closely. Not thread-safe. */
final class Visit {
    private final Seen who;
    private final Instant from;
    private final Set<String> open = new HashSet<>();
    private Instant last;
    private Optional<Double> similarity = Optional.empty();

    Visit(Seen who, TrackUpdate track) {
        this.who = who;
        this.from = track.first().capturedAt();
        this.last = from;
        add(track);
    }

    void add(TrackUpdate track) {
        var seen = track.last().capturedAt();
        last = seen.isAfter(last) ? seen : last;
        if (track.end() == null) {
            open.add(track.id());
        } else {
            open.remove(track.id());
        }
        similarity = Stream.concat(
                        similarity.stream(),
                        Optional.ofNullable(track.identity().similarity()).stream())
                .max(Double::compare);
    }

    /** The track is somebody else's. */
    void remove(String track) {
        open.remove(track);
    }

    Seen who() {
        return who;
    }

    Instant from() {
        return from;
    }

    Instant last() {
        return last;
    }

    Optional<Double> similarity() {
        return similarity;
    }

    boolean isOpen() {
        return !open.isEmpty();
    }

    Duration stay() {
        return Duration.between(from, last);
    }
}
