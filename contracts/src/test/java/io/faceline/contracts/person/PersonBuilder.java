package io.faceline.contracts.person;

import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.List;

/** A person of the shared gallery without photos, and what a test changes. */
public final class PersonBuilder {
    private final PersonId id;
    private final String name;
    private SessionId session = SessionId.SHARED;
    private List<PersonPhoto> photos = List.of();
    private PersonId mergedInto;
    private Instant changedAt = TestFrames.NOW;
    private Merge lastMerge;

    private PersonBuilder(PersonId id, String name) {
        this.id = id;
        this.name = name;
    }

    public static PersonBuilder person(String id, String name) {
        return person(new PersonId(id), name);
    }

    public static PersonBuilder person(PersonId id, String name) {
        return new PersonBuilder(id, name);
    }

    public PersonBuilder session(SessionId changed) {
        session = changed;
        return this;
    }

    public PersonBuilder photos(List<PersonPhoto> changed) {
        photos = changed;
        return this;
    }

    public PersonBuilder mergedInto(PersonId changed) {
        mergedInto = changed;
        return this;
    }

    public PersonBuilder changedAt(Instant changed) {
        changedAt = changed;
        return this;
    }

    public PersonBuilder lastMerge(Merge changed) {
        lastMerge = changed;
        return this;
    }

    public Person build() {
        return new Person(id, name, session, photos, mergedInto, false, changedAt, lastMerge);
    }
}
