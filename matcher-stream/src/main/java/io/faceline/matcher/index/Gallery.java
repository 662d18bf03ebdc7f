package io.faceline.matcher.index;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.person.Reference;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * References by id, person and similarity. Embeddings of different models are never compared. Confined to one thread:
 * the one that changes the gallery or has waited for the change. Any thread may search, also during changes.
 */
public final class Gallery implements GalleryView {
    private final Scope scope;
    private final MeasureReference measuring;
    private final Map<ReferenceId, Entry> entries = new ConcurrentHashMap<>();
    private final Map<PersonId, Set<ReferenceId>> byPerson = new ConcurrentHashMap<>();
    private final Map<Space, ModelIndex> indexes = new ConcurrentHashMap<>();

    /** A gallery whose references are not measured. */
    public Gallery(Scope scope) {
        this(scope, MeasureReference.NONE);
    }

    public Gallery(Scope scope, MeasureReference measuring) {
        this.scope = scope;
        this.measuring = measuring;
    }

    /** Adds a reference, or replaces the one of the same id. */
    public synchronized void index(Reference reference) {
        var id = reference.id();
        var entry = Entry.of(reference);
        var previous = entries.get(id);
        if (previous != null && !previous.space.equals(entry.space)) {
            remove(id);
        } else if (previous != null && !previous.person.equals(entry.person)) {
            removeFromPerson(previous.person, id);
        }
        indexes.computeIfAbsent(entry.space, space -> new ModelIndex(space.dimension, scope))
                .index(id, entry.person, reference.embedding(), measuring.of(reference));
        entries.put(id, entry);
        byPerson.computeIfAbsent(entry.person, person -> ConcurrentHashMap.newKeySet())
                .add(id);
    }

    public synchronized void remove(ReferenceId id) {
        var entry = entries.remove(id);
        if (entry != null) {
            indexOf(entry.space).remove(id);
            removeFromPerson(entry.person, id);
        }
    }

    @Override
    public void search(String modelId, List<Query> queries) {
        queries.stream()
                .collect(Collectors.groupingBy(
                        query -> new Space(modelId, query.embedding().dimension())))
                .forEach(this::search);
    }

    private void search(Space space, List<Query> queries) {
        var index = indexes.get(space);
        if (index != null) {
            index.search(new Queries(queries));
        }
    }

    @Override
    public synchronized Optional<Reference> reference(ReferenceId id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> reference(id, entry));
    }

    @Override
    public synchronized boolean has(PersonId person, String modelId) {
        return byPerson.getOrDefault(person, Set.of()).stream().anyMatch(id -> modelId.equals(modelOf(id)));
    }

    @Override
    public synchronized List<Reference> ofPerson(PersonId person) {
        return byPerson.getOrDefault(person, Set.of()).stream()
                .flatMap(id -> reference(id).stream())
                .toList();
    }

    @Override
    public synchronized List<MeasuredReference> measured(PersonId person, String modelId) {
        return byPerson.getOrDefault(person, Set.of()).stream()
                .filter(id -> modelId.equals(modelOf(id)))
                .sorted(Comparator.comparing(ReferenceId::value))
                .map(id -> indexOf(entries.get(id).space).measured(id))
                .toList();
    }

    @Override
    public Set<PersonId> people() {
        return Set.copyOf(byPerson.keySet());
    }

    /** Whether the person has a reference. */
    public boolean has(PersonId person) {
        return byPerson.containsKey(person);
    }

    @Override
    public int countPeople() {
        return byPerson.size();
    }

    @Override
    public int size() {
        return entries.size();
    }

    /** Number of people with references, but none of this model, who therefore cannot be recognised with it. */
    public synchronized long hiddenPeople(String modelId) {
        return byPerson.values().stream()
                .filter(ids -> ids.stream().noneMatch(id -> modelId.equals(modelOf(id))))
                .count();
    }

    private String modelOf(ReferenceId id) {
        var entry = entries.get(id);
        return entry == null ? "" : entry.space.modelId;
    }

    private Reference reference(ReferenceId id, Entry entry) {
        return new Reference(
                id,
                entry.person,
                indexOf(entry.space).embedding(id),
                entry.space.modelId,
                entry.quality,
                entry.enrolledAt,
                entry.rawLength);
    }

    private ModelIndex indexOf(Space space) {
        var index = indexes.get(space);
        if (index == null) {
            throw new IllegalStateException("no index for " + space);
        }
        return index;
    }

    private void removeFromPerson(PersonId person, ReferenceId id) {
        byPerson.computeIfPresent(person, (key, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    /** The key of comparable embeddings: the model, and the dimension in case a model id is used twice. */
    private record Space(String modelId, int dimension) {}

    /** A reference without its embedding, which is stored in the index. */
    private record Entry(
            PersonId person,
            Space space,
            double quality,
            Instant enrolledAt,
            @Nullable Double rawLength) {
        static Entry of(Reference reference) {
            var space = new Space(reference.modelId(), reference.embedding().dimension());
            return new Entry(
                    reference.person(), space, reference.quality(), reference.enrolledAt(), reference.rawLength());
        }
    }
}
