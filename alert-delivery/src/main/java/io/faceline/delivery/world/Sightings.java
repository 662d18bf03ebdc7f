package io.faceline.delivery.world;

import io.faceline.contracts.track.TrackUpdate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is in view, and who was recognised where and when. Of each person and source only the last few sightings are kept, so
 * that one can be taken back. Films are left out. Not thread-safe.
 */
final class Sightings {
    /** The tracker ends the tracks of a live source after 10 s without a frame; one that died ends none. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final int KEPT = 3;
    private static final int MAX_TRACKS = 1000;

    private final Map<String, Source> sources = new HashMap<>();

    /** Of one source. */
    private static final class Source {
        private final Map<String, LiveTrack> open = new LinkedHashMap<>();
        private final Map<String, List<SeenAt>> seen = new HashMap<>();
        private Instant heardAt = Instant.EPOCH;

        void put(TrackUpdate update, Instant heard) {
            heardAt = heard;
            var track = LiveTrack.of(update);
            if (track.isOpen()) {
                open.put(track.id(), track);
                if (open.size() > MAX_TRACKS) {
                    open.remove(open.keySet().iterator().next());
                }
            } else {
                open.remove(track.id());
            }
            remember(update.source(), track);
        }

        /** A track names one person at a time; what it said before is taken back. */
        private void remember(String source, LiveTrack track) {
            seen.values().forEach(list -> list.removeIf(sight -> sight.track().equals(track.id())));
            track.person().ifPresent(person -> {
                var list = seen.computeIfAbsent(person.value(), id -> new ArrayList<>());
                list.add(new SeenAt(person, source, track.id(), track.at(), false));
                list.sort(SeenAt.BY_TIME);
                if (list.size() > KEPT) {
                    list.remove(0);
                }
            });
            seen.values().removeIf(List::isEmpty);
        }

        Stream<SeenAt> sightings(Instant now) {
            var isSilent = isSilent(now);
            return seen.values().stream()
                    .flatMap(List::stream)
                    .map(sight -> sight.in(!isSilent && open.containsKey(sight.track())));
        }

        boolean isSilent(Instant now) {
            return heardAt.plus(SILENCE).isBefore(now);
        }
    }

    /** @param heard when the record was written */
    void put(TrackUpdate update, Instant heard) {
        if (update.first().position() == null) {
            sources.computeIfAbsent(update.source(), name -> new Source()).put(update, heard);
        }
    }

    /** Nothing is left of a source. */
    void remove(String source) {
        sources.remove(source);
    }

    /** Faces that are in view of a source. */
    Collection<LiveTrack> inView(String source, Instant now) {
        return Optional.ofNullable(sources.get(source))
                .filter(known -> !known.isSilent(now))
                .map(known -> List.copyOf(known.open.values()))
                .orElse(List.of());
    }

    /** All sightings that are remembered. */
    List<SeenAt> all(Instant now) {
        return sources.values().stream()
                .flatMap(source -> source.sightings(now))
                .toList();
    }
}
