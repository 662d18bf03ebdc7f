package io.faceline.matcher;

import io.faceline.contracts.ChangeAnswer;
import io.faceline.contracts.Match;
import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Reference;
import io.faceline.contracts.ReferenceId;
import io.faceline.contracts.SessionId;
import io.faceline.contracts.SessionState;
import org.jspecify.annotations.Nullable;

/** Where the matcher writes. What it writes last reaches Kafka last, a topic. */
interface Outbox {
    void match(Match match);

    void answer(ChangeAnswer answer);

    /** @param reference nothing for a tombstone */
    void reference(ReferenceId id, @Nullable Reference reference, Write write);

    /** @param person nothing for a tombstone */
    void person(PersonId id, @Nullable Person person, Write write);

    /** @param state nothing for a tombstone */
    void session(SessionId id, @Nullable SessionState state);
}
