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

/** Makes what people ask for besides frames, and answers. A repeat of what was made is made again and does no harm. */
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
            return answer(change, notInTime());
        }
        try {
            make(change);
            return answer(change, write.awaitApplied(change.session()) ? null : notInTime());
        } catch (ChangeRefused e) {
            return answer(change, e.getMessage());
        }
    }

    private void make(Change change) {
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
                "person " + person.id() + " has no photo " + delete.photo() + "; list the photos and name one of them");
        write.deletePhoto(person, delete.photo());
    }

    private void rename(Change.RenamePerson rename) {
        var person = active(rename.person(), rename.session());
        write.rename(person, checkedName(rename.name()));
    }

    private void merge(Change.MergePeople merge) {
        var into = active(people.follow(merge.into()), merge.session());
        var from = known(merge.from(), merge.session());
        require(!from.id().equals(into.id()), "both are person " + into.id() + " already; name two people");
        if (!into.id().equals(from.mergedInto())) {
            active(from.id(), merge.session());
        }
        mergePeople.merge(from, into);
    }

    private void unmerge(Change.UnmergePeople unmerge) {
        var from = known(unmerge.from(), unmerge.session());
        require(
                !from.deleted() && !people.isDeleted(people.follow(from.id())),
                "person " + from.id()
                        + " was deleted, or whom it was merged into, and nothing is left of it; enroll the"
                        + " person anew");
        var merge = from.lastMerge();
        if (merge == null) {
            throw new ChangeRefused("no merge of person " + from.id() + " is known; name one that was merged");
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
                "the id is reserved; choose another");
        require(
                reference.id().isMadeOf(put.photo().reference()),
                "the photo is of another reference than " + reference.id() + "; send both with one id");
        require(
                !people.isDeleted(put.session(), put.photo().reference()),
                "photo " + put.photo().reference() + " was deleted; enroll it anew");
        require(
                hasDimension(reference),
                "an embedding of " + reference.modelId() + " has another number of dimensions");
        var gallery = galleries.of(put.session()).gallery();
        var known = gallery.reference(reference.id());
        require(
                known.isEmpty() || known.get().person().equals(person),
                "reference " + reference.id() + " is another person's; delete it first or merge the people");
        require(
                known.isPresent() || put.session().isShared() || gallery.size() < maxReferences,
                "the session holds " + maxReferences + " references already; delete people, or raise"
                        + " FACELINE_MAX_REFERENCES");
    }

    private boolean hasDimension(Reference reference) {
        return models.find(reference.modelId())
                .map(model -> model.dimension() == reference.embedding().dimension())
                .orElse(true);
    }

    private void end(SessionId session) {
        require(!session.isShared(), "the shared gallery never ends; delete its people one by one");
        sessions.end(session);
    }

    /** Anyone of the session, also the deleted and the merged. Another session's person must look like nobody. */
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
                "person " + person.id() + " was merged into " + people.follow(person.id()) + "; name that one");
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
        return new ChangeRefused("there is no person " + id + "; list the people and name one of them");
    }

    private static String notInTime() {
        return "the gallery did not show the change in time; it may show later, ask again";
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ChangeRefused(otherwise);
        }
    }

    private ChangeAnswer answer(Change change, @Nullable String error) {
        return new ChangeAnswer(
                change.id(), change.session(), galleries.shared().version(), error);
    }
}
