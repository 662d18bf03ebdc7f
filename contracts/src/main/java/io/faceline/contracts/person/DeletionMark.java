package io.faceline.contracts.person;

import io.faceline.contracts.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * The mark of a deleted person: a record of {@code people} under a key of its own, which no record of the person
 * replaces, whoever writes it and in whatever order. Whoever reads {@code people} treats a person with a mark as
 * deleted.
 */
public final class DeletionMark {
    private static final String PREFIX = "deleted:";

    private DeletionMark() {}

    /** The key of the mark, and the id in it. A hash, since a person id may be as long as an id can be. */
    public static PersonId of(PersonId person) {
        return new PersonId(PREFIX + UUID.nameUUIDFromBytes(person.value().getBytes(StandardCharsets.UTF_8)));
    }

    /** The person as readers must see it: as deleted if its mark is among the records. */
    public static Person applied(Person person, Map<String, Person> records) {
        return person.deleted() || !records.containsKey(of(person.id()).value())
                ? person
                : Person.deleted(person.id(), person.session(), person.changedAt());
    }

    /** Whether the id is that of a mark, so that no person may have it. */
    public static boolean isMark(PersonId id) {
        return id.value().startsWith(PREFIX);
    }
}
