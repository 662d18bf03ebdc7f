package io.faceline.contracts.identity;

import io.faceline.contracts.Checks;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The id of a person, created by the client that first enrolls the person, so that a retry enrolls nobody twice. */
public record PersonId(String value) {
    public PersonId {
        Checks.id("person id", value);
    }

    public static PersonId random() {
        return new PersonId(UUID.randomUUID().toString());
    }

    /** The same id for the same name in the same session, so that enrolling a gallery folder again adds nobody. */
    public static PersonId of(SessionId session, String name) {
        var seed = (session.value() + "/" + name).getBytes(StandardCharsets.UTF_8);
        return new PersonId(UUID.nameUUIDFromBytes(seed).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
