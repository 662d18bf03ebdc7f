package io.faceline.tracker;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.tracker.known.Known;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was said by hand of tracks, which is removed with them. Not thread-safe. */
final class Corrections {
    private final Known known;
    private final TrackOutbox out;

    Corrections(Known known, TrackOutbox out) {
        this.known = known;
        this.out = out;
    }

    /** The keys of the appearances of which something was said. */
    Stream<String> keys() {
        return known.corrections().stream().map(said -> Appearance.key(said.source(), said.track()));
    }

    /** An appearance as was said of it. */
    Appearance applied(Appearance appearance) {
        return appearance.correctedBy(
                known.correction(appearance.session(), appearance.id()).orElse(null));
    }

    void remove(SessionId session, String source) {
        removeIf(said -> said.session().equals(session) && said.source().equals(source));
    }

    /** Those of sessions that ended. */
    void removeEnded() {
        removeIf(said -> known.hasEnded(said.session()));
    }

    private void removeIf(Predicate<Correction> test) {
        known.corrections().stream().filter(test).forEach(said -> out.correction(said.key(), null));
    }
}
