package io.faceline.matcher;

import io.faceline.contracts.ChangeAnswer;
import io.faceline.contracts.Match;
import io.faceline.contracts.Person;
import io.faceline.contracts.PersonId;
import io.faceline.contracts.Reference;
import io.faceline.contracts.ReferenceId;
import io.faceline.contracts.SessionId;
import io.faceline.contracts.SessionState;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** The first write to people is read back, the others show only later. */
final class SlowPeople implements Outbox {
    private final Outbox outbox;
    private final Outbox quick;

    SlowPeople(ProcessorContext<String, Object> context) {
        outbox = new ForwardingOutbox(context);
        quick = new ReadBackAtOnce(context);
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
    public void reference(ReferenceId id, @Nullable Reference reference, Write write) {
        quick.reference(id, reference, write);
    }

    @Override
    public void person(PersonId id, @Nullable Person person, Write write) {
        (write.number() == 1 ? quick : outbox).person(id, person, write);
    }

    @Override
    public void session(SessionId id, @Nullable SessionState state) {
        outbox.session(id, state);
    }
}
