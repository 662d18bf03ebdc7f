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

/** Where the matcher writes. What it writes last reaches Kafka last, a topic. */
public interface Outbox {
    void match(Match match);

    void answer(ChangeAnswer answer);

    /** @param reference nothing for a tombstone */
    void reference(ReferenceId id, @Nullable Reference reference, WriteToken write);

    /** @param person nothing for a tombstone */
    void person(PersonId id, @Nullable Person person, WriteToken write);

    /** @param state nothing for a tombstone */
    void session(SessionId id, @Nullable SessionState state);
}
