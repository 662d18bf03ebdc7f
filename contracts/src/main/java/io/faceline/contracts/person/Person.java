package io.faceline.contracts.person;

import io.faceline.contracts.Checks;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person with name and photos: topic {@code people}. The only stored record with a name.
 *
 * @param session the session that owns the person; {@link SessionId#SHARED} for the shared gallery
 * @param mergedInto the person this one was merged into; the name is kept for the undo, the photos belong to that
 *     person
 * @param deleted marks a tombstone without name, photos or biometrics that outlives any replay
 * @param lastMerge the last merge, kept for its undo and for a retry of the undo; absent without a merge and once
 *     either person is deleted
 */
public record Person(
        PersonId id,
        String name,
        SessionId session,
        List<PersonPhoto> photos,
        @Nullable PersonId mergedInto,
        boolean deleted,
        Instant changedAt,
        @Nullable Merge lastMerge) {
    public Person {
        photos = List.copyOf(photos);
        // No more: what was written before PersonName ruled must still be read.
        Checks.require(!PersonName.isTooLong(name), "a name has at most " + PersonName.MAX_LENGTH + " characters");
        Checks.require(
                !deleted || (name.isEmpty() && photos.isEmpty() && lastMerge == null),
                "a deleted person must have no name, photos or merge");
    }

    /** A person without a merge. */
    public Person(
            PersonId id,
            String name,
            SessionId session,
            List<PersonPhoto> photos,
            @Nullable PersonId mergedInto,
            boolean deleted,
            Instant changedAt) {
        this(id, name, session, photos, mergedInto, deleted, changedAt, null);
    }

    public static Person deleted(PersonId id, SessionId session, Instant at) {
        return new Person(id, "", session, List.of(), null, true, at);
    }

    /** The same person under this name. */
    public Person named(String changed, Instant at) {
        return new Person(id, changed, session, photos, mergedInto, deleted, at, lastMerge);
    }

    /** The same person with these photos. */
    public Person with(List<PersonPhoto> changed, Instant at) {
        return new Person(id, name, session, changed, mergedInto, deleted, at, lastMerge);
    }

    /** The same person, whose crops are elsewhere. */
    public Person withoutCrops() {
        var lean = photos.stream().map(PersonPhoto::withoutCrop).toList();
        return new Person(id, name, session, lean, mergedInto, deleted, changedAt, lastMerge);
    }

    /** The same person, of whom no merge is remembered. */
    public Person withoutMerge(Instant at) {
        return new Person(id, name, session, photos, mergedInto, deleted, at, null);
    }

    /**
     * The same person after a merge or its undo.
     *
     * @param into the person this one was merged into; null for none
     * @param left the photos that are the person's own then
     * @param merge what is remembered of it
     */
    public Person merged(@Nullable PersonId into, List<PersonPhoto> left, @Nullable Merge merge, Instant at) {
        return new Person(id, name, session, left, into, deleted, at, merge);
    }

    public Scope scope() {
        return session.isShared() ? Scope.SHARED : Scope.SESSION;
    }

    /** Whether the person is neither deleted nor merged into another. */
    public boolean isActive() {
        return !deleted && mergedInto == null;
    }
}
