package io.faceline.api.alerts;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Correction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be said of the tracks of an alert, together with what was said of them before. Thread-safe. */
final class AlertCorrections {
    private final Function<String, Optional<SessionId>> sessions;
    private final BiFunction<SessionId, String, Optional<Correction>> said;

    /**
     * @param sessions the session of a source; empty if it is gone
     * @param said what was said of a track of a session
     */
    AlertCorrections(
            Function<String, Optional<SessionId>> sessions, BiFunction<SessionId, String, Optional<Correction>> said) {
        this.sessions = sessions;
        this.said = said;
    }

    /** They are not this person; by key. */
    Map<String, Optional<Correction>> not(PersonId wrong, @Nullable PersonId right, List<String> tracks, Instant at) {
        return each(tracks, (track, known) -> {
            var not = new LinkedHashSet<PersonId>();
            known.ifPresent(before -> not.addAll(before.not()));
            not.add(wrong);
            not.remove(right);
            var person = right != null
                    ? right
                    : known.map(Correction::person)
                            .filter(before -> !before.equals(wrong))
                            .orElse(null);
            return Optional.of(new Correction(track.session, track.source, track.id, List.copyOf(not), person, at));
        });
    }

    /** They may be this person again, and need not be whom somebody named instead; by key, empty for what is taken back. */
    Map<String, Optional<Correction>> maybe(PersonId person, List<String> tracks, Instant at) {
        return each(tracks, (track, known) -> {
            var not = new ArrayList<>(known.map(Correction::not).orElse(List.of()));
            not.remove(person);
            return not.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Correction(track.session, track.source, track.id, not, null, at));
        });
    }

    private record Track(SessionId session, String source, String id) {}

    private Map<String, Optional<Correction>> each(
            List<String> tracks, BiFunction<Track, Optional<Correction>, Optional<Correction>> change) {
        var changed = new LinkedHashMap<String, Optional<Correction>>();
        for (var id : tracks) {
            var source = source(id);
            sessions.apply(source).ifPresent(session -> {
                var known = said.apply(session, id);
                var now = change.apply(new Track(session, source, id), known);
                if (now.isPresent() || known.isPresent()) {
                    changed.put(Correction.key(session, id), now);
                }
            });
        }
        return changed;
    }

    /** A track is {@code <source>/<frame>/<face>}; jobs have no slash in their ids, but may have some in those of frames. */
    private static String source(String track) {
        if (Job.isId(track)) {
            return track.substring(0, Math.max(track.indexOf('/'), 0));
        }
        var end = track.lastIndexOf('/', Math.max(0, track.lastIndexOf('/') - 1));
        return end < 0 ? track : track.substring(0, end);
    }
}
