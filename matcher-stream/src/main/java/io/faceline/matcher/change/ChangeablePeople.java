package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.matcher.people.People;

/** The people that a session may change. People of other sessions appear not to exist. Confined to the task thread. */
final class ChangeablePeople {
    private final People people;

    ChangeablePeople(People people) {
        this.people = people;
    }

    /** A person of the session, including deleted and merged ones. */
    Person known(PersonId id, SessionId session) {
        return people.find(id)
                .filter(person -> person.session().equals(session))
                .orElseThrow(() -> unknown(id));
    }

    /** A person of the session who is neither merged nor deleted. */
    Person active(PersonId id, SessionId session) {
        var person = unmerged(id, session);
        if (person.deleted()) {
            throw unknown(id);
        }
        return person;
    }

    /** A person of the session who is not merged into another, including deleted ones. */
    Person unmerged(PersonId id, SessionId session) {
        var person = known(id, session);
        require(
                person.mergedInto() == null,
                "person " + person.id() + " was merged into " + people.follow(person.id()) + "; use that person");
        return person;
    }

    private static ChangeRefused unknown(PersonId id) {
        return new ChangeRefused("there is no person " + id + "; choose one from the list of people");
    }
}
