package io.faceline.alerting.judge.track;

import io.faceline.contracts.alert.AlertId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a track, so that no record of it is judged twice.
 *
 * @param revision of the newest record that was judged
 * @param judged hashes of the records with this revision
 * @param last look
 * @param corrected alerts of the track that turned out to be of somebody else, in order
 */
record TrackNote(long revision, List<String> judged, Instant last, boolean isEnded, List<AlertId> corrected) {
    TrackNote {
        judged = List.copyOf(judged);
        corrected = List.copyOf(corrected);
    }

    /** Before its first record. */
    static TrackNote begun(Instant first) {
        return new TrackNote(-1, List.of(), first, false, List.of());
    }

    boolean isNew(long next, String hash) {
        return !isEnded && (next > revision || (next == revision && !judged.contains(hash)));
    }

    TrackNote judged(long next, String hash, Instant look, boolean ends) {
        var hashes = new ArrayList<>(next == revision ? judged : List.of());
        hashes.add(hash);
        return new TrackNote(next, hashes, look.isAfter(last) ? look : last, ends, corrected);
    }

    TrackNote corrected(AlertId alert) {
        var all = new ArrayList<>(corrected);
        all.remove(alert);
        all.add(alert);
        return new TrackNote(revision, judged, last, isEnded, all);
    }

    /** The last of its alerts that turned out to be of somebody else. */
    Optional<AlertId> lastCorrected() {
        return corrected.isEmpty() ? Optional.empty() : Optional.of(corrected.get(corrected.size() - 1));
    }
}
