package io.faceline.alerting.judge.special.together;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.identity.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * A party that was told, until it was away for the hold of the rule.
 *
 * @param known track of the one of the list
 * @param others tracks of the others
 * @param last until when they were together
 * @param heardAt by the clock of this machine
 * @param isFilm whether its looks have the time of a film
 */
record ToldParty(
        AlertId alert,
        AlertScope scope,
        String source,
        String known,
        PersonId person,
        List<String> others,
        Instant first,
        Instant last,
        Instant heardAt,
        boolean isFilm) {
    ToldParty {
        others = List.copyOf(others);
    }

    /** Whether a track is one of it. */
    boolean has(String track) {
        return known.equals(track) || others.contains(track);
    }

    ToldParty with(PersonId who, List<String> all, Instant until, Instant now) {
        return new ToldParty(alert, scope, source, known, who, all, first, until, now, isFilm);
    }
}
