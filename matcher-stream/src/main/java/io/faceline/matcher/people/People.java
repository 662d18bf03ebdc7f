package io.faceline.matcher.people;

import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.matcher.store.Outbox;
import io.faceline.matcher.store.WriteToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People as one task sees them: the task's own writes that are not read back yet, otherwise the topic, so that
 * consecutive enrollments do not lose photos. Confined to the task thread.
 */
public final class People {
    private static final PersonId SENTINEL = new PersonId("fence");
    private static final String PHOTO_PREFIX = "photo:";

    private final PeopleTable table;
    private final Outbox outbox;
    private final String writer;
    private final Map<PersonId, PendingWrite> pending = new HashMap<>();
    private long lastWrite;

    /** @param writer unique id of this task instance */
    public People(PeopleTable table, Outbox outbox, String writer) {
        this.table = table;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** Whether the id is reserved and must not be used for a person. */
    public static boolean isReserved(PersonId id) {
        return id.equals(SENTINEL) || id.value().startsWith(PHOTO_PREFIX);
    }

    /**
     * The person id under which the tombstone of a deleted photo is stored: it must outlive merges of the person and
     * their undo. Specific to the session, since two sessions may have imported the same photo and only one deletes it.
     */
    static PersonId markOf(SessionId session, ReferenceId photo) {
        var seed = session.value() + "/" + photo.value();
        return new PersonId(PHOTO_PREFIX + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    }

    public static boolean hasPhoto(Person person, ReferenceId id) {
        return person.photos().stream().anyMatch(photo -> photo.reference().equals(id));
    }

    /** Writes a sentinel tombstone: once it is read back, all earlier writes of other tasks have been applied too. */
    void writeBarrier() {
        outbox.person(SENTINEL, null, nextWrite());
    }

    public Optional<Person> find(PersonId id) {
        removeApplied();
        var pendingWrite = pending.get(id);
        return pendingWrite == null ? table.find(id) : Optional.of(pendingWrite.person);
    }

    void put(Person person) {
        var write = nextWrite();
        pending.put(person.id(), new PendingWrite(person, write));
        outbox.person(person.id(), person, write);
    }

    /** All people of a session, including deleted and merged ones. */
    public List<Person> ofSession(SessionId session) {
        var ids = new HashSet<PersonId>();
        table.ofSession(session).forEach(person -> ids.add(person.id()));
        pending.values().forEach(pendingWrite -> ids.add(pendingWrite.person.id()));
        var people = new ArrayList<Person>();
        ids.forEach(id ->
                find(id).filter(person -> person.session().equals(session)).ifPresent(people::add));
        return people;
    }

    /** Resolves a person through merges; returns the same id if the person was not merged or is unknown. */
    public PersonId follow(PersonId id) {
        var chain = chainOf(id);
        return chain.get(chain.size() - 1);
    }

    /** The chain of merges starting with the person. Never empty. */
    List<PersonId> chainOf(PersonId id) {
        var chain = new LinkedHashSet<PersonId>();
        var current = Optional.of(id);
        while (current.isPresent() && chain.add(current.get())) {
            current = current.flatMap(this::find).map(Person::mergedInto);
        }
        return List.copyOf(chain);
    }

    /** People whose last merge was into this person, whether undone or not. */
    List<Person> mergedInto(PersonId into) {
        var ids = new HashSet<PersonId>();
        table.mergedInto(into).forEach(person -> ids.add(person.id()));
        ids.addAll(pending.keySet());
        return ids.stream()
                .flatMap(id -> find(id).stream())
                .filter(person -> isMergedInto(person, into))
                .toList();
    }

    private static boolean isMergedInto(Person person, PersonId into) {
        return person.lastMerge() != null && person.lastMerge().into().equals(into);
    }

    public boolean isDeleted(PersonId id) {
        return find(id).map(Person::deleted).orElse(false);
    }

    public boolean isDeleted(SessionId session, ReferenceId photo) {
        return isDeleted(markOf(session, photo));
    }

    public boolean isCalled(PersonId id, @Nullable String name) {
        return name != null && nameOf(id).equals(normalised(name));
    }

    /** Whether both are the same person, enrolled both in the session and in the shared gallery under the same name. */
    public boolean isSamePerson(Candidate one, Candidate other) {
        var name = nameOf(one.person());
        return one.scope() != other.scope() && name.isPresent() && name.equals(nameOf(other.person()));
    }

    /** Waits until all writes of this task have been read back. */
    boolean awaitApplied(Duration timeout) {
        return table.appliedOffsets().await(new WriteToken(writer, lastWrite), timeout);
    }

    private Optional<String> nameOf(PersonId id) {
        return find(id).flatMap(person -> normalised(person.name()));
    }

    private static Optional<String> normalised(String name) {
        return Optional.of(name.strip().toLowerCase(Locale.ROOT)).filter(text -> !text.isEmpty());
    }

    private void removeApplied() {
        pending.values().removeIf(pendingWrite -> table.appliedOffsets().has(pendingWrite.write));
    }

    private WriteToken nextWrite() {
        return new WriteToken(writer, ++lastWrite);
    }

    private record PendingWrite(Person person, WriteToken write) {}
}
