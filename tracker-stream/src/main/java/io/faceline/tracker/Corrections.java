package io.faceline.tracker;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.tracker.known.Known;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes corrections of what no longer exists. Not thread-safe. */
final class Corrections {
    private final Known known;
    private final TrackOutbox out;

    Corrections(Known known, TrackOutbox out) {
        this.known = known;
        this.out = out;
    }

    /** What was said of an appearance; empty if nothing was. */
    Optional<Correction> of(Appearance appearance) {
        return known.correction(appearance.session(), appearance.id());
    }

    void remove(SessionId session, String source) {
        removeIf(said ->
                said.session().equals(session) && said.source().equals(source));
    }

    /** Those of sessions that ended. */
    void removeEnded() {
        removeIf(said -> known.hasEnded(said.session()));
    }

    private void removeIf(Predicate<Correction> test) {
        known.corrections().stream().filter(test).forEach(said -> out.correction(said.key(), null));
    }
}
