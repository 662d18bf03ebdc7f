package io.faceline.alerting.judge.special;

import io.faceline.alerting.judge.JudgeMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The tracks that were in view not long ago. Not thread-safe. */
final class SeenTracks {
    private final Records<SeenTrack> tracks;

    SeenTracks(JudgeMemory memory) {
        tracks = new Records<>(memory, SpecialJudges.TOGETHER + "seen", SeenTrack.class);
    }

    /** Whether the record says anything new. */
    boolean add(SeenTrack track) {
        if (tracks.find(track.id()).filter(known -> !track.isNewerThan(known)).isPresent()) {
            return false;
        }
        tracks.put(track.id(), track);
        return true;
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
        removeIf(track -> track.source().equals(newest.source())
                && track.last().isBefore(newest.last().minus(age))
                && !needed.test(track.id()));
    }

    /** Forgets tracks of which nothing was heard since then. */
    void forgetUnheard(Instant since, Predicate<String> needed) {
        removeIf(track -> track.heardAt().isBefore(since) && !needed.test(track.id()));
    }

    void removeIf(Predicate<SeenTrack> gone) {
        tracks.all().stream().filter(gone).forEach(track -> tracks.remove(track.id()));
    }
}
