package io.faceline.cli.watch;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells who comes and leaves, from the tracks of a camera. A face that is not recognised at once is told as unknown after a
 * while, and somebody who turns away for a moment does not leave. Not thread-safe.
 */
final class Visits {
    /** A face is mostly recognised within its first second. */
    static final Duration UNKNOWN_AFTER = Duration.ofSeconds(2);
    /** Whoever turned away for less has not left. */
    static final Duration LEFT_AFTER = Duration.ofSeconds(5);
    /** One look may be a wrong detection. */
    private static final int MIN_FRAMES = 2;

    private final Consumer<WatchEvent> events;
    /** Faces of which nothing was told yet, by track. */
    private final Map<String, TrackUpdate> untold = new LinkedHashMap<>();
    /** By track, also those that have ended. */
    private final Map<String, Visit> byTrack = new LinkedHashMap<>();

    private final List<Visit> present = new ArrayList<>();
    private final List<Visit> ended = new ArrayList<>();
    private int unknown;

    Visits(Consumer<WatchEvent> events) {
        this.events = events;
    }

    /** Takes the next record of a track. */
    void update(TrackUpdate track) {
        var visit = byTrack.get(track.id());
        if (visit != null) {
            visited(visit, track);
        } else if (track.identity().decision() == Decision.MATCH) {
            untold.remove(track.id());
            join(new Seen.Known(track.identity().requirePerson()), track);
        } else if (track.end() == null) {
            untold.put(track.id(), track);
        } else if (track.frames() >= MIN_FRAMES) {
            untold.remove(track.id());
            tellUnknown(track);
        } else {
            untold.remove(track.id());
        }
        if (track.end() != null) {
            byTrack.remove(track.id());
        }
    }

    private void visited(Visit visit, TrackUpdate track) {
        var isRecognised = track.identity().decision() == Decision.MATCH;
        if (!isRecognised || visit.who().equals(new Seen.Known(track.identity().requirePerson()))) {
            visit.add(track);
            return;
        }
        var who = new Seen.Known(track.identity().requirePerson());
        visit.remove(track.id());
        if (!visit.isOpen()) {
            present.remove(visit);
        }
        var known = presence(who);
        var joined = known.orElseGet(() -> begin(who, track));
        joined.add(track);
        byTrack.put(track.id(), joined);
        events.accept(new WatchEvent.Recognised(track.last().capturedAt(), visit.who(), who, joined.similarity()));
    }

    private void join(Seen who, TrackUpdate track) {
        var known = presence(who);
        var visit = known.orElseGet(() -> begin(who, track));
        visit.add(track);
        byTrack.put(track.id(), visit);
        if (known.isEmpty()) {
            events.accept(new WatchEvent.Came(visit.from(), who, visit.similarity()));
        }
    }

    private Visit begin(Seen who, TrackUpdate track) {
        var visit = new Visit(who, track);
        present.add(visit);
        return visit;
    }

    private Optional<Visit> presence(Seen who) {
        return present.stream().filter(visit -> visit.who().equals(who)).findFirst();
    }

    private void tellUnknown(TrackUpdate track) {
        unknown++;
        join(new Seen.Unknown(unknown, Optional.ofNullable(track.identity().person())), track);
    }

    /** Tells who is unknown, and who has left, as of now. */
    void tick(Instant now) {
        var late = untold.values().stream()
                .filter(track -> !now.isBefore(track.first().capturedAt().plus(UNKNOWN_AFTER)))
                .toList();
        late.forEach(track -> {
            untold.remove(track.id());
            tellUnknown(track);
        });
        var gone = present.stream()
                .filter(visit -> !visit.isOpen() && !now.isBefore(visit.last().plus(LEFT_AFTER)))
                .toList();
        gone.forEach(this::leave);
    }

    private void leave(Visit visit) {
        present.remove(visit);
        ended.add(visit);
        events.accept(new WatchEvent.Left(visit.last(), visit.who(), visit.stay()));
    }

    /** Who was there, in the order in which they first came; also those who still are. */
    List<WatchEvent.Attendance> attendances() {
        var all = new ArrayList<>(ended);
        all.addAll(present);
        all.sort((one, two) -> one.from().compareTo(two.from()));
        var people = new LinkedHashMap<Object, WatchEvent.Attendance>();
        all.forEach(visit -> people.merge(key(visit.who()), of(visit), Visits::merged));
        return List.copyOf(people.values());
    }

    private static Object key(Seen who) {
        return who instanceof Seen.Unknown it ? it.number() : who;
    }

    private static WatchEvent.Attendance of(Visit visit) {
        return new WatchEvent.Attendance(visit.who(), visit.from(), visit.last(), 1, visit.stay());
    }

    private static WatchEvent.Attendance merged(WatchEvent.Attendance one, WatchEvent.Attendance two) {
        return new WatchEvent.Attendance(
                one.who(),
                one.first(),
                two.last().isAfter(one.last()) ? two.last() : one.last(),
                one.visits() + two.visits(),
                one.stay().plus(two.stay()));
    }
}
