package io.faceline.matcher.people;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.index.Gallery;
import io.faceline.matcher.index.GalleryView;
import io.faceline.matcher.index.MeasuredReference;
import io.faceline.matcher.index.Query;
import io.faceline.runtime.kafka.WriteToken;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shared gallery as one task sees it: as read from the topic, with what the task wrote itself and has not read back
 * on top. The task cannot wait for its own writes, since others see them only when its transaction ends. Confined to
 * the task thread.
 */
final class UnreadReferences implements GalleryView {
    private final SharedGallery shared;
    /** The last own write of each reference that was not read back; a removal has no reference. */
    private final Map<ReferenceId, Unread> unread = new HashMap<>();

    private final Deque<Unread> order = new ArrayDeque<>();
    private final Gallery own;

    private record Unread(ReferenceId id, WriteToken write) {}

    UnreadReferences(SharedGallery shared) {
        this.shared = shared;
        this.own = shared.newGallery();
    }

    /** @param reference null for a removal */
    void written(ReferenceId id, @Nullable Reference reference, WriteToken write) {
        var last = new Unread(id, write);
        unread.put(id, last);
        order.add(last);
        own.remove(id);
        if (reference != null) {
            own.index(reference);
        }
    }

    @Override
    public void search(String modelId, List<Query> queries) {
        forgetRead();
        if (unread.isEmpty()) {
            shared.gallery().search(modelId, queries);
            return;
        }
        queries.forEach(query -> query.best().ignore(unread.keySet()));
        shared.gallery().search(modelId, queries);
        queries.forEach(query -> query.best().ignore(Set.of()));
        own.search(modelId, queries);
    }

    @Override
    public Optional<Reference> reference(ReferenceId id) {
        forgetRead();
        return unread.containsKey(id) ? own.reference(id) : shared.gallery().reference(id);
    }

    @Override
    public List<Reference> ofPerson(PersonId person) {
        forgetRead();
        return remaining(person).toList();
    }

    @Override
    public List<MeasuredReference> measured(PersonId person, String modelId) {
        forgetRead();
        var read = shared.gallery().measured(person, modelId).stream()
                .filter(reference -> !unread.containsKey(reference.id()));
        return Stream.concat(read, own.measured(person, modelId).stream())
                .sorted(Comparator.comparing(reference -> reference.id().value()))
                .toList();
    }

    @Override
    public Set<PersonId> people() {
        forgetRead();
        // No record is applied between the two looks.
        synchronized (shared.gallery()) {
            var people = new HashSet<>(shared.gallery().people());
            replaced().map(Reference::person).filter(this::isGone).forEach(people::remove);
            people.addAll(own.people());
            return people;
        }
    }

    @Override
    public int countPeople() {
        forgetRead();
        // No record is applied between the counts.
        synchronized (shared.gallery()) {
            var added = own.people().stream()
                    .filter(person -> !shared.gallery().has(person))
                    .count();
            var gone = replaced()
                    .map(Reference::person)
                    .distinct()
                    .filter(this::isGone)
                    .count();
            return shared.gallery().countPeople() + (int) (added - gone);
        }
    }

    @Override
    public int size() {
        forgetRead();
        // No record is applied between the two counts.
        synchronized (shared.gallery()) {
            return shared.gallery().size() - (int) replaced().count() + own.size();
        }
    }

    /** References as last read that own writes replaced or removed since. */
    private Stream<Reference> replaced() {
        return unread.keySet().stream().flatMap(id -> shared.gallery().reference(id).stream());
    }

    private boolean isGone(PersonId person) {
        return remaining(person).findAny().isEmpty();
    }

    private Stream<Reference> remaining(PersonId person) {
        var read = shared.gallery().ofPerson(person).stream().filter(reference -> !unread.containsKey(reference.id()));
        return Stream.concat(read, own.ofPerson(person).stream());
    }

    /**
     * Once for each call from outside and before all else, since it changes what the rest walks through. Each has been
     * applied to the shared gallery before it is reported as read.
     */
    private void forgetRead() {
        while (!order.isEmpty() && shared.appliedOffsets().has(order.peek().write)) {
            var read = order.remove();
            if (unread.remove(read.id, read)) {
                own.remove(read.id);
            }
        }
    }
}
