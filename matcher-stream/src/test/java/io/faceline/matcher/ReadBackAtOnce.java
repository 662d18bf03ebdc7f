package io.faceline.matcher;

import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.session.SessionState;
import io.faceline.matcher.people.PeopleTable;
import io.faceline.matcher.people.SharedGallery;
import io.faceline.matcher.store.GlobalStore;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.WriteToken;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Applies what is written to the shared topics in the same moment. The TopologyTestDriver does so only after the record
 * was processed, where the thread of the global stores does it meanwhile.
 */
final class ReadBackAtOnce implements Outbox {
    private final Outbox outbox;
    private final SharedGallery shared;
    private final PeopleTable people;

    ReadBackAtOnce(ProcessorContext<String, Object> context) {
        this(
                new ForwardingOutbox(context),
                context.<GlobalStore<SharedGallery>>getStateStore(MatcherTopology.GALLERY)
                        .content(),
                context.<GlobalStore<PeopleTable>>getStateStore(MatcherTopology.PEOPLE)
                        .content());
    }

    ReadBackAtOnce(Outbox outbox, SharedGallery shared, PeopleTable people) {
        this.outbox = outbox;
        this.shared = shared;
        this.people = people;
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
        outbox.reference(id, reference, write);
        if (reference == null) {
            shared.gallery().remove(id);
        } else {
            shared.gallery().index(reference);
        }
        shared.appliedOffsets().arrived(shared.appliedOffsets().version() + 1, write);
    }

    @Override
    public void person(PersonId id, @Nullable Person person, WriteToken write) {
        outbox.person(id, person, write);
        if (person == null) {
            people.remove(id);
        } else {
            people.apply(person);
        }
        people.appliedOffsets().arrived(people.appliedOffsets().version() + 1, write);
    }

    @Override
    public void session(SessionId id, @Nullable SessionState state) {
        outbox.session(id, state);
    }
}
