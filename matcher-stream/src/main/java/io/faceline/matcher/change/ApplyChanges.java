package io.faceline.matcher.change;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonName;
import io.faceline.contracts.person.Reference;
import io.faceline.matcher.decision.Models;
import io.faceline.matcher.people.Galleries;
import io.faceline.matcher.people.MergePeople;
import io.faceline.matcher.people.People;
import io.faceline.matcher.people.SharedReferences;
import io.faceline.matcher.people.WritePeople;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Applies requested changes and answers them. Changes are idempotent. */
public final class ApplyChanges {
    private final Galleries galleries;
    private final People people;
    private final Models models;
    private final WritePeople write;
    private final MergePeople mergePeople;
    private final Sessions sessions;
    private final int maxReferences;

    public ApplyChanges(
            Galleries galleries,
            People people,
            Models models,
            WritePeople write,
            MergePeople mergePeople,
            Sessions sessions,
            int maxReferences) {
        this.galleries = galleries;
        this.people = people;
        this.models = models;
        this.write = write;
        this.mergePeople = mergePeople;
        this.sessions = sessions;
        this.maxReferences = maxReferences;
    }

    public ChangeAnswer apply(Change change) {
        if (change instanceof Change.KeepAlive) {
            return answer(change, null);
        }
        if (!write.isReady()) {
            return answer(change, timeout());
        }
        try {
            applyChecked(change);
            return answer(change, write.awaitApplied(change.session()) ? null : timeout());
        } catch (ChangeRefused e) {
            return answer(change, e.getMessage());
        }
    }

    private void applyChecked(Change change) {
        if (change instanceof Change.DeletePerson delete) {
            write.delete(unmerged(known(delete.person(), delete.session())));
        } else if (change instanceof Change.DeletePhoto delete) {
            deletePhoto(delete);
        } else if (change instanceof Change.RenamePerson rename) {
            rename(rename);
        } else if (change instanceof Change.MergePeople merge) {
            merge(merge);
        } else if (change instanceof Change.UnmergePeople unmerge) {
            unmerge(unmerge);
        } else if (change instanceof Change.PutReference put) {
            put(put);
        } else if (change instanceof Change.EndSession) {
            end(change.session());
        } else {
            throw new IllegalStateException("Change is sealed: " + change);
        }
    }

    private void deletePhoto(Change.DeletePhoto delete) {
        var person = active(delete.person(), delete.session());
        require(
                People.hasPhoto(person, delete.photo()) || people.isDeleted(delete.session(), delete.photo()),
                "person " + person.id() + " has no photo " + delete.photo() + "; choose one from the list of photos");
        write.deletePhoto(person, delete.photo());
    }

    private void rename(Change.RenamePerson rename) {
        var person = active(rename.person(), rename.session());
        write.rename(person, checkedName(rename.name()));
    }

    private void merge(Change.MergePeople merge) {
        var into = active(people.follow(merge.into()), merge.session());
        var from = known(merge.from(), merge.session());
        require(!from.id().equals(into.id()), "both are already person " + into.id() + "; choose two different people");
        if (!into.id().equals(from.mergedInto())) {
            active(from.id(), merge.session());
        }
        mergePeople.merge(from, into);
    }

    private void unmerge(Change.UnmergePeople unmerge) {
        var from = known(unmerge.from(), unmerge.session());
        require(
                !from.deleted() && !people.isDeleted(people.follow(from.id())),
                "person " + from.id() + " or the person it was merged into was deleted; enroll the person again");
        var merge = from.lastMerge();
        if (merge == null) {
            throw new ChangeRefused("no merge of person " + from.id() + " is known; choose a merged person");
        }
        mergePeople.unmerge(from, merge);
    }

    private void put(Change.PutReference put) {
        var id = people.follow(put.reference().person());
        people.find(id).ifPresent(person -> active(id, put.session()));
        check(put, id);
        // Whoever is known keeps the name, which may be from before names were checked.
        var name = people.find(id).map(Person::name).orElseGet(() -> checkedName(put.name()));
        write.addPhoto(id, name, put.session(), put.photo());
        galleries.of(put.session()).enroll(List.of(put.reference().of(id)));
    }

    private void check(Change.PutReference put, PersonId person) {
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

    private void end(SessionId session) {
        require(!session.isShared(), "the shared gallery cannot be ended; delete its people individually");
        sessions.end(session);
    }

    /** A person of the session, including deleted and merged ones. People of other sessions appear not to exist. */
    private Person known(PersonId id, SessionId session) {
        return people.find(id)
                .filter(person -> person.session().equals(session))
                .orElseThrow(() -> unknown(id));
    }

    private Person active(PersonId id, SessionId session) {
        var person = unmerged(known(id, session));
        if (person.deleted()) {
            throw unknown(id);
        }
        return person;
    }

    private Person unmerged(Person person) {
        require(
                person.mergedInto() == null,
                "person " + person.id() + " was merged into " + people.follow(person.id()) + "; use that person");
        return person;
    }

    private static String checkedName(String name) {
        var trimmed = name.strip();
        PersonName.fault(trimmed).ifPresent(fault -> {
            throw new ChangeRefused(fault);
        });
        return trimmed;
    }

    private static ChangeRefused unknown(PersonId id) {
        return new ChangeRefused("there is no person " + id + "; choose one from the list of people");
    }

    private static String timeout() {
        return "the gallery did not confirm the change in time; it may still be applied, check again later";
    }

    private static void require(boolean valid, String message) {
        if (!valid) {
            throw new ChangeRefused(message);
        }
    }

    private ChangeAnswer answer(Change change, @Nullable String error) {
        return new ChangeAnswer(
                change.id(), change.session(), galleries.shared().version(), error);
    }
}
