package io.faceline.api.corrections;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Correction;
import io.faceline.runtime.http.ProblemException;
import io.faceline.web.access.PersonAccess;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Makes corrections of what a request says, if all of it is valid and of tracks and people that the caller may see. */
final class CheckCorrections {
    /** Of one session. */
    private static final int MAX_CORRECTIONS = 1000;

    private final PersonAccess people;
    private final CorrectionTable table;
    private final Predicate<Correction> isOfTrack;

    /** @param isOfTrack whether the session of a correction has its track in one of its videos */
    CheckCorrections(PersonAccess people, CorrectionTable table, Predicate<Correction> isOfTrack) {
        this.people = people;
        this.table = table;
        this.isOfTrack = isOfTrack;
    }

    /**
     * What is to be written, by key; empty for what is taken back.
     *
     * @throws ProblemException of the first item that is invalid
     */
    Map<String, Optional<Correction>> of(SessionId session, CorrectionBody body, Context context) {
        var now = Instant.now();
        var said = new LinkedHashMap<String, Optional<Correction>>();
        for (var index = 0; index < body.items().size(); index++) {
            var item = body.items().get(index);
            var correction = body.isList()
                    ? InItem.of(index, () -> ofListed(session, item, now, context))
                    : Optional.of(checked(item.correction(session, now), context));
            said.put(Correction.key(session, item.track()), correction);
        }
        requireRoom(session, said);
        return said;
    }

    /** In a list, an item that says nothing takes back what was said before. */
    private Optional<Correction> ofListed(SessionId session, CorrectionItem item, Instant now, Context context) {
        return item.saysNothing() ? Optional.empty() : Optional.of(checked(item.correction(session, now), context));
    }

    private Correction checked(Correction correction, Context context) {
        var person = correction.person();
        if (person != null) {
            var unused = people.comparable(person.value(), context);
        }
        requireTrack(correction);
        return correction;
    }

    /** The tracks of live sources are not known here: what was said of one that does not exist has no effect. */
    private void requireTrack(Correction correction) {
        if (Job.isId(correction.source()) && !isOfTrack.test(correction)) {
            throw new ProblemException(
                    404, "NO_SUCH_TRACK", "no video of yours has this track; GET /api/v1/visits lists them");
        }
    }

    private void requireRoom(SessionId session, Map<String, Optional<Correction>> said) {
        var known = table.of(session).stream().map(Correction::key).collect(Collectors.toUnmodifiableSet());
        var added = said.entrySet().stream()
                .filter(one -> one.getValue().isPresent() && !known.contains(one.getKey()))
                .count();
        var removed = said.entrySet().stream()
                .filter(one -> one.getValue().isEmpty() && known.contains(one.getKey()))
                .count();
        if (added > 0 && known.size() + added - removed > MAX_CORRECTIONS) {
            throw new ProblemException(
                    409,
                    "TOO_MANY_CORRECTIONS",
                    "a session may correct at most " + MAX_CORRECTIONS + " tracks: take others back, or delete a job");
        }
    }
}
