package io.faceline.matcher;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.WriteToken;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** Reads back only the first write to people; later ones are delayed. */
final class SlowPeople implements Outbox {
    private final Outbox outbox;
    private final Outbox immediate;

    SlowPeople(ProcessorContext<String, Object> context) {
        outbox = new ForwardingOutbox(context);
        immediate = new ReadBackAtOnce(context);
    }

    @Override
    public void match(Match match) {
        outbox.match(match);
    }

    @Override
    public void answer(ChangeAnswer answer) {
        outbox.answer(answer);
    }

    @Override
    public void reference(ReferenceId id, @Nullable Reference reference, WriteToken write) {
        immediate.reference(id, reference, write);
    }

    @Override
    public void person(PersonId id, @Nullable Person person, WriteToken write) {
        (write.number() == 1 ? immediate : outbox).person(id, person, write);
    }

    @Override
    public void session(SessionId id, @Nullable SessionState state) {
        outbox.session(id, state);
    }
}
