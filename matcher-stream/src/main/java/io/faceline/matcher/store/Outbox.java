package io.faceline.matcher.store;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import org.jspecify.annotations.Nullable;

/** Output of the matcher. Keeps the order of writes within each topic. */
public interface Outbox {
    void match(Match match);

    void answer(ChangeAnswer answer);

    /** @param reference null for a tombstone */
    void reference(ReferenceId id, @Nullable Reference reference, WriteToken write);

    /** @param person null for a tombstone */
    void person(PersonId id, @Nullable Person person, WriteToken write);

    /** @param state null for a tombstone */
    void session(SessionId id, @Nullable SessionState state);
}
