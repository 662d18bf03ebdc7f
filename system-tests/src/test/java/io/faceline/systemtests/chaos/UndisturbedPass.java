package io.faceline.systemtests.chaos;

import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Sighting;
import io.faceline.contracts.track.TrackEnd;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.tracking.SourceTracking;
import io.faceline.tracking.video.VideoPeople;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What the sightings of a video say when one tracker reads them once, to their end. */
final class UndisturbedPass {
    private static final int WINDOW = 64;

    private final SourceTracking tracking = new SourceTracking(SourceTracking.State.EMPTY);
    private final VideoPeople people = new VideoPeople();
    private final TreeMap<Long, Sighting> waiting = new TreeMap<>();
    private long next;

    private UndisturbedPass() {}

    /** The appearances as of version 0. */
    static List<Appearance> of(List<Sighting> sightings) {
        var pass = new UndisturbedPass();
        sightings.forEach(pass::accept);
        while (!pass.waiting.isEmpty()) {
            pass.skipMissing();
        }
        pass.add(pass.tracking.end(TrackEnd.SOURCE_ENDED));
        return pass.tracking
                .thresholds()
                .map(thresholds -> pass.people.appearances(List.of(), thresholds))
                .orElse(List.of());
    }

    private void accept(Sighting sighting) {
        var sequence = sighting.match().facts().sequence();
        if (sequence < next) {
            return;
        }
        waiting.put(sequence, sighting);
        trackDue();
        while (sequence >= next + WINDOW) {
            skipMissing();
        }
    }

    private void skipMissing() {
        next = waiting.isEmpty() ? next + 1 : waiting.firstKey();
        trackDue();
    }

    private void trackDue() {
        for (var due = waiting.remove(next); due != null; due = waiting.remove(next)) {
            add(tracking.accept(new AnsweredFrame(due.match(), Optional.of(due.embeddings())))
                    .changes());
            next++;
        }
    }

    private void add(SourceTracking.Changes changes) {
        changes.ended()
                .forEach(track -> people.add(
                        track.withoutPictures(), tracking.thresholds().orElseThrow()));
    }
}
