package io.faceline.matcher.change;

import static io.faceline.matcher.change.ChangeRefused.require;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.SharedReferences;
import io.faceline.matcher.people.WritePeople;
import java.util.HashSet;
import java.util.List;

/** Adds references that were made elsewhere, with their photos, as an import does: all of a person or none. */
final class PutPerson {
    private final ChangeablePeople changeable;
    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final WritePeople write;
    private final int maxReferences;

    /** @param maxReferences of a session, and of the photos of a person */
    PutPerson(
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
        var reference = put.reference();
        apply(new Change.PutPerson(
                put.id(), put.session(), reference.person(), put.name(), List.of(reference), List.of(put.photo())));
    }

    void apply(Change.PutPerson put) {
        var id = people.follow(put.person());
        people.find(id).ifPresent(person -> changeable.active(id, put.session()));
        require(!People.isReserved(id), "the id is reserved; choose a different id");
        require(!put.references().isEmpty(), "the person has no references; enroll the photos instead");
        put.references().forEach(reference -> check(reference, id, put));
        put.photos().forEach(photo -> check(photo, id, put));
        checkRoom(put, id);
        // A known person keeps the name, which may be older than the rule for names.
        var name = people.find(id).map(Person::name).orElseGet(() -> CheckedName.of(put.name()));
        write.addPhotos(id, name, put.session(), put.photos());
        galleries
                .of(put.session())
                .enroll(put.references().stream()
                        .map(reference -> reference.of(id))
                        .toList());
    }

    private void check(Reference reference, PersonId person, Change.PutPerson put) {
        require(!SharedReferences.isReserved(reference.id()), "the id is reserved; choose a different id");
        require(
                put.photos().stream().anyMatch(photo -> reference.id().isMadeOf(photo.reference())),
                "the photo does not belong to reference " + reference.id() + "; send both with the same id");
        require(
                hasDimension(reference),
                "the embedding has the wrong number of dimensions for model " + reference.modelId());
        require(
                galleries
                        .of(put.session())
                        .gallery()
                        .reference(reference.id())
                        .map(known -> known.person().equals(person))
                        .orElse(true),
                "reference " + reference.id() + " belongs to another person; delete it first or merge the people");
    }

    private void check(PersonPhoto photo, PersonId person, Change.PutPerson put) {
        require(
                !people.isDeleted(put.session(), photo.reference()),
                "photo " + photo.reference() + " was deleted; enroll it again");
        // Deleting one of two people with the same photo would erase its crop for both.
        require(
                galleries
                        .of(put.session())
                        .gallery()
                        .reference(photo.reference())
                        .map(known -> known.person().equals(person))
                        .orElse(true),
                "photo " + photo.reference() + " belongs to another person; delete it first or merge the people");
    }

    private void checkRoom(Change.PutPerson put, PersonId person) {
        var gallery = galleries.of(put.session()).gallery();
        var added = put.references().stream()
                .filter(reference -> gallery.reference(reference.id()).isEmpty())
                .count();
        require(
                put.session().isShared() || added == 0 || gallery.size() + added <= maxReferences,
                "the session has reached its maximum of " + maxReferences + " references; delete people, or increase"
                        + " FACELINE_MAX_REFERENCES");
        require(
                photos(put, person) <= maxReferences,
                "a person has at most " + maxReferences + " photos; delete some, or increase FACELINE_MAX_REFERENCES");
    }

    private int photos(Change.PutPerson put, PersonId person) {
        var ids = new HashSet<String>();
        people.find(person).ifPresent(known -> known.photos()
                .forEach(photo -> ids.add(photo.reference().value())));
        put.photos().forEach(photo -> ids.add(photo.reference().value()));
        return ids.size();
    }

    private boolean hasDimension(Reference reference) {
        return models.find(reference.modelId())
                .map(model -> model.dimension() == reference.embedding().dimension())
                .orElse(true);
    }
}
