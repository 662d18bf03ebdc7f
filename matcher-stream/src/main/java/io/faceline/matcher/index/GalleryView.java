package io.faceline.matcher.index;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.person.Reference;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** References by id, person and similarity, to read. */
public interface GalleryView {
    /** Searches all references of the model for several queries, which costs little more than one. */
    void search(String modelId, List<Query> queries);

    /** Searches all references of the model. */
    default void search(String modelId, Embedding query, BestPeople best) {
        search(modelId, List.of(new Query(query, best)));
    }

    Optional<Reference> reference(ReferenceId id);

    List<Reference> ofPerson(PersonId person);

    /** The person's references of this model, as they are searched. */
    List<MeasuredReference> measured(PersonId person, String modelId);

    /** Everyone with a reference. */
    Set<PersonId> people();

    /** Number of people with a reference. */
    int countPeople();

    /** Number of references. */
    int size();

    /** Whether the person has a reference of the model. */
    default boolean has(PersonId person, String modelId) {
        return ofPerson(person).stream()
                .anyMatch(reference -> reference.modelId().equals(modelId));
    }
}
