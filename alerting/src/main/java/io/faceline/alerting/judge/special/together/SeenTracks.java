package io.faceline.alerting.judge.special.together;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The tracks that were in view not long ago. Not thread-safe. */
final class SeenTracks {
    private final Records<SeenTrack> tracks;
    private final Records<Over> overs;
    /** The same tracks by source and id. */
    private final Map<String, Map<String, SeenTrack>> bySource = new HashMap<>();

    /**
     * What was forgotten of a source, and is not judged again.
     *
     * @param until the last look
     * @param at by the clock of this machine
     */
    record Over(String source, Instant until, Instant at) {}

    SeenTracks(JudgeMemory memory) {
        tracks = new Records<>(memory, Records.TOGETHER + "seen", SeenTrack.class);
        tracks.all().forEach(this::index);
        overs = new Records<>(memory, Records.TOGETHER + "over", Over.class);
    }

    /** Whether the record says anything new. */
    boolean add(SeenTrack track) {
        var known = tracks.find(track.id());
        var isNew = known.isPresent() ? track.isNewerThan(known.get()) : !isOver(track);
        if (isNew) {
            tracks.put(track.id(), track);
            index(track);
        }
        return isNew;
    }

    private void index(SeenTrack track) {
        bySource.computeIfAbsent(track.source(), any -> new TreeMap<>()).put(track.id(), track);
    }

    private void remove(SeenTrack track) {
        tracks.remove(track.id());
        var others = bySource.getOrDefault(track.source(), new TreeMap<>());
        others.remove(track.id());
        if (others.isEmpty()) {
            bySource.remove(track.source());
        }
    }

    private boolean isOver(SeenTrack track) {
        return overs.find(track.source())
                .filter(over -> !track.last().isAfter(over.until()))
                .isPresent();
    }

    Optional<SeenTrack> find(String id) {
        return tracks.find(id);
    }

    List<SeenTrack> at(String source) {
        return List.copyOf(bySource.getOrDefault(source, Map.of()).values());
    }

    /** Forgets tracks of a source that were last in view so long before this one. */
    void forgetBefore(SeenTrack newest, Duration age, Predicate<String> needed) {
        at(newest.source()).stream()
                .filter(track -> track.last().isBefore(newest.last().minus(age)))
                .filter(track -> !needed.test(track.id()))
                .forEach(track -> forget(track, newest.heardAt()));
    }

    /**
     * Forgets tracks of which nothing was heard for some time, and after a longer time that there were any.
     *
     * @param kept for how long tracks may be read again
     */
    void forgetUnheard(Duration unheard, Duration kept, Instant now, Predicate<String> needed) {
        tracks.all().stream()
                .filter(track -> track.heardAt().isBefore(now.minus(unheard)))
                .filter(track -> !needed.test(track.id()))
                .forEach(track -> forget(track, now));
        overs.all().stream()
                .filter(over -> over.at().isBefore(now.minus(kept)))
                .forEach(over -> overs.remove(over.source()));
    }

    private void forget(SeenTrack track, Instant now) {
        if (!isOver(track)) {
            overs.put(track.source(), new Over(track.source(), track.last(), now));
        }
        remove(track);
    }

    /** Erases tracks. */
    void removeIf(Predicate<SeenTrack> gone) {
        tracks.all().stream().filter(gone).forEach(this::remove);
    }

    /** Erases sources. */
    void removeSources(Predicate<String> gone) {
        overs.names().stream().filter(gone).forEach(overs::remove);
    }
}
