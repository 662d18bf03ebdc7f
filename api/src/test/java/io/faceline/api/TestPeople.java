package io.faceline.api;

import io.faceline.contracts.Blob;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.web.access.PersonDirectory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** An in-memory person directory, in which changes are visible at once. */
public final class TestPeople implements PersonDirectory {
    public static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    public static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 7, 7, 7};

    private final Map<String, Person> people = new ConcurrentHashMap<>();

    /** A person with one photo. */
    public Person add(String id, String name, SessionId session) {
        return put(PersonBuilder.person(id, name)
                .session(session)
                .photos(List.of(photo(id)))
                .changedAt(THEN)
                .build());
    }

    public Person put(Person person) {
        people.put(person.id().value(), person);
        return person;
    }

    public static PersonPhoto photo(String person) {
        return new PersonPhoto(new ReferenceId("job-" + person + "/0:0"), Blob.wrap(JPEG), 0.75, THEN);
    }

    @Override
    public Optional<Person> find(String id) {
        return Optional.ofNullable(people.get(id));
    }

    @Override
    public Map<String, Person> all() {
        return Map.copyOf(people);
    }

    @Override
    public boolean await(Predicate<Map<String, Person>> condition) {
        return condition.test(people);
    }
}
