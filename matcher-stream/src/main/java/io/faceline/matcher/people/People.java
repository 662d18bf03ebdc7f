package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.PhotoCrop;
import io.faceline.matcher.store.Outbox;
import io.faceline.runtime.kafka.WriteToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People as one task sees them: as read from the topic, and before that as the task itself wrote them, so that of two
 * enrollments right after each other neither loses its photo. For the task's thread alone.
 */
public final class People {
    private static final PersonId SENTINEL = new PersonId("fence");
    private static final String PHOTO = "photo:";

    private final PeopleTable table;
    private final Outbox outbox;
    private final String writer;
    private final Map<PersonId, Unread> unread = new HashMap<>();
    private final Deque<Unread> order = new ArrayDeque<>();
    private long written;

    /** @param writer names this task for as long as it lives */
    public People(PeopleTable table, Outbox outbox, String writer) {
        this.table = table;
        this.outbox = outbox;
        this.writer = writer;
    }

    /** Whether no person may go by the id. */
    public static boolean isReserved(PersonId id) {
        return id.equals(SENTINEL) || id.value().startsWith(PHOTO) || DeletionMark.isMark(id);
    }

    /**
     * Under which id the mark of a deleted photo is kept, beside the marks of deleted people: it must outlive the person's
     * merges and their undo. Of a session, since two may have imported the same photo, and one deletes it.
     */
    static PersonId markOf(SessionId session, ReferenceId photo) {
        var seed = session.value() + "/" + photo.value();
        return new PersonId(PHOTO + UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)));
    }

    public static boolean hasPhoto(Person person, ReferenceId id) {
        return person.photos().stream().anyMatch(photo -> photo.reference().equals(id));
    }

    /** Writes tombstones for unused keys, so that compaction removes what was deleted before. */
    void writeSentinel() {
        outbox.person(SENTINEL, null, nextWrite());
        outbox.photo(SENTINEL.value(), null);
    }

    /** The person, as deleted if there is a mark of the deletion: no later record brings the person back. */
    public Optional<Person> find(PersonId id) {
        forgetRead();
        return last(id).map(person ->
                person.deleted() || isMarked(id) ? Person.deleted(id, person.session(), person.changedAt()) : person);
    }

    private boolean isMarked(PersonId id) {
        return last(DeletionMark.of(id)).isPresent();
    }

    private Optional<Person> last(PersonId id) {
        var own = unread.get(id);
        return own == null ? table.find(id) : Optional.of(own.person);
    }

    /** People whom a record brought back after their deletion; the caller deletes them again. */
    List<Person> broughtBack() {
        return table.broughtBack();
    }

    /**
     * Writes crops to a topic of their own, also those that an earlier version kept in the person: else each photo would
     * be written again with each other.
     */
    void write(Person person) {
        person.photos().stream().filter(PersonPhoto::hasCrop).forEach(photo -> writeCrop(person.session(), photo));
        var lean = person.withoutCrops();
        var write = nextWrite();
        var last = new Unread(lean, write);
        unread.put(lean.id(), last);
        order.add(last);
        outbox.person(lean.id(), lean, write);
    }

    private void writeCrop(SessionId session, PersonPhoto photo) {
        var crop = new PhotoCrop(photo.reference(), session, photo.cropJpeg());
        outbox.photo(crop.key(), crop);
    }

    /** Erases the crop of a photo that no person lists any more. */
    void eraseCrop(SessionId session, ReferenceId photo) {
        outbox.photo(PhotoCrop.key(session, photo), null);
    }

    /** All of a session, those who are deleted or merged too. */
    public List<Person> ofSession(SessionId session) {
        var ids = new HashSet<PersonId>();
        table.ofSession(session).forEach(person -> ids.add(person.id()));
        unread.values().forEach(own -> ids.add(own.person.id()));
        var people = new ArrayList<Person>();
        ids.forEach(id ->
                find(id).filter(person -> person.session().equals(session)).ifPresent(people::add));
        return people;
    }

    /** Who the person has become by merges; the person itself when there was none, or when nothing is known. */
    public PersonId follow(PersonId id) {
        var chain = chainOf(id);
        return chain.get(chain.size() - 1);
    }

    /** The person, whom it was merged into, and so on. Never empty. */
    List<PersonId> chainOf(PersonId id) {
        var chain = new LinkedHashSet<PersonId>();
        var current = Optional.of(id);
        while (current.isPresent() && chain.add(current.get())) {
            current = current.flatMap(this::find).map(Person::mergedInto);
        }
        return List.copyOf(chain);
    }

    /** Whose last merge was into this person, undone or not. */
    List<Person> mergedInto(PersonId into) {
        var ids = new HashSet<PersonId>();
        table.mergedInto(into).forEach(person -> ids.add(person.id()));
        ids.addAll(unread.keySet());
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
        return name != null && nameOf(id).equals(readable(name));
    }

    /** Whether these are one person, or two whose names readers take for one. */
    public boolean haveOneName(PersonId one, PersonId other) {
        return one.equals(other)
                || nameOf(one)
                        .filter(name -> nameOf(other).equals(Optional.of(name)))
                        .isPresent();
    }

    /** Waits until the write has been read back. Only for a write outside of the task's transaction. */
    boolean awaitRead(WriteToken write, Duration timeout) {
        return table.appliedOffsets().await(write, timeout);
    }

    String writer() {
        return writer;
    }

    /** The number of the last write. */
    long lastWrite() {
        return written;
    }

    private Optional<String> nameOf(PersonId id) {
        return find(id).flatMap(person -> readable(person.name()));
    }

    private static Optional<String> readable(String name) {
        return Optional.of(PersonName.folded(name)).filter(text -> !text.isEmpty());
    }

    private void forgetRead() {
        while (!order.isEmpty() && table.appliedOffsets().has(order.peek().write)) {
            var read = order.remove();
            unread.remove(read.person.id(), read);
        }
    }

    WriteToken nextWrite() {
        return new WriteToken(writer, ++written);
    }

    private record Unread(Person person, WriteToken write) {}
}
