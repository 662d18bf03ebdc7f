package io.faceline.contracts;

import java.util.UUID;

/** The identity of a person, made by whoever first enrolls the person, so that a repeat enrolls nobody twice. */
public record PersonId(String value) {
    public PersonId {
        Checks.id("person id", value);
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID().toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
