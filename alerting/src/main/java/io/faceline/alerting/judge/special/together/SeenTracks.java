package io.faceline.alerting.judge.special.together;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tracks that were in view not long ago. Not thread-safe. */
final class SeenTracks {
    private final Records<SeenTrack> tracks;
    private final Records<Over> overs;

    /**
     * What was forgotten of a source, and is not judged again.
     *
     * @param until the last look
     * @param at by the clock of this machine
     */
    record Over(String source, Instant until, Instant at) {}

    SeenTracks(JudgeMemory memory) {
        tracks = new Records<>(memory, Records.TOGETHER + "seen", SeenTrack.class);
        overs = new Records<>(memory, Records.TOGETHER + "over", Over.class);
    }

    /** Whether the record says anything new. */
    boolean add(SeenTrack track) {
        var known = tracks.find(track.id());
        var isNew = known.isPresent() ? track.isNewerThan(known.get()) : !isOver(track);
        if (isNew) {
            tracks.put(track.id(), track);
        }
        return isNew;
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
        return tracks.all().stream()
                .filter(track -> track.source().equals(source))
                .toList();
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
        tracks.remove(track.id());
    }

    /** Erases tracks. */
    void removeIf(Predicate<SeenTrack> gone) {
        tracks.all().stream().filter(gone).forEach(track -> tracks.remove(track.id()));
    }

    /** Erases sources. */
    void removeSources(Predicate<String> gone) {
        overs.names().stream().filter(gone).forEach(overs::remove);
    }
}
