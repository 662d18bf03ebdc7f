package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.SharedReferences;
import io.faceline.matcher.people.WritePeople;
import java.util.List;

/** Adds a reference that was made elsewhere, with its photo, as an import does. */
final class PutReference {
    private final ChangeablePeople changeable;
    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final WritePeople write;
    private final int maxReferences;

    /** @param maxReferences of a session */
    PutReference(
            ChangeablePeople changeable,
            Galleries galleries,
            People people,
            Models models,
            WritePeople write,
            int maxReferences) {
        this.changeable = changeable;
        this.galleries = galleries;
        this.people = people;
        this.models = models;
        this.write = write;
        this.maxReferences = maxReferences;
    }

    void apply(Change.PutReference put) {
        var id = people.follow(put.reference().person());
        people.find(id).ifPresent(person -> changeable.active(id, put.session()));
        checkIds(put, id);
        checkGallery(put, id);
        // A known person keeps the name, which may be older than the rule for names.
        var name = people.find(id).map(Person::name).orElseGet(() -> CheckedName.of(put.name()));
        write.addPhoto(id, name, put.session(), put.photo());
        galleries.of(put.session()).enroll(List.of(put.reference().of(id)));
    }

    private void checkIds(Change.PutReference put, PersonId person) {
        var reference = put.reference();
        require(
                !People.isReserved(person) && !SharedReferences.isReserved(reference.id()),
                "the id is reserved; choose a different id");
        require(
                reference.id().isMadeOf(put.photo().reference()),
                "the photo does not belong to reference " + reference.id() + "; send both with the same id");
        require(
                !people.isDeleted(put.session(), put.photo().reference()),
                "photo " + put.photo().reference() + " was deleted; enroll it again");
        require(
                hasDimension(reference),
                "the embedding has the wrong number of dimensions for model " + reference.modelId());
    }

    private void checkGallery(Change.PutReference put, PersonId person) {
        var reference = put.reference();
        var gallery = galleries.of(put.session()).gallery();
        var known = gallery.reference(reference.id());
        require(
                known.isEmpty() || known.get().person().equals(person),
                "reference " + reference.id() + " belongs to another person; delete it first or merge the people");
        require(
                known.isPresent() || put.session().isShared() || gallery.size() < maxReferences,
                "the session has reached its maximum of " + maxReferences + " references; delete people, or increase"
                        + " FACELINE_MAX_REFERENCES");
    }

    private boolean hasDimension(Reference reference) {
        return models.find(reference.modelId())
                .map(model -> model.dimension() == reference.embedding().dimension())
                .orElse(true);
    }
}
