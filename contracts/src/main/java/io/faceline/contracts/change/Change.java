package io.faceline.contracts.change;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A requested change to people, references or sessions: topic {@code changes}, answered on {@code change-answers}. */
public sealed interface Change {
    /** Created by the client; the answer carries the same id. */
    String id();

    /** The session whose people change. */
    SessionId session();

    record DeletePerson(String id, SessionId session, PersonId person) implements Change {}

    /** Deletes one photo and every reference made from it. The person stays. */
    record DeletePhoto(String id, SessionId session, PersonId person, ReferenceId photo) implements Change {}

    record RenamePerson(String id, SessionId session, PersonId person, String name) implements Change {}

    /** Moves all references of {@code from} to {@code into}. */
    record MergePeople(String id, SessionId session, PersonId from, PersonId into) implements Change {}

    /**
     * Undoes the merge of {@code from}: restores the person's name, photos and references, and removes them from the
     * other person. Impossible once either person is deleted.
     */
    record UnmergePeople(String id, SessionId session, PersonId from) implements Change {}

    /**
     * Adds or replaces a reference without sending a photo through the pipeline: a new model's embedding of a stored
     * crop.
     */
    record PutReference(String id, SessionId session, String name, Reference reference, PersonPhoto photo)
            implements Change {}

    /**
     * Adds a person with all photos and references, or adds them to a person who is there: an import. All or nothing.
     *
     * @param references of the person, each made of one of the photos
     */
    record PutPerson(
            String id,
            SessionId session,
            PersonId person,
            String name,
            List<Reference> references,
            List<PersonPhoto> photos)
            implements Change {
        public PutPerson {
            references = List.copyOf(references);
            photos = List.copyOf(photos);
        }
    }

    /**
     * Keeps the session from expiring.
     *
     * @param until it does not expire before, and no longer than usual after; a time that has passed takes back what was
     *     said before. Absent: as any request of the session
     */
    record KeepAlive(
            String id,
            SessionId session,
            @OmittedIfAbsent @Nullable Instant until) implements Change {
        public KeepAlive(String id, SessionId session) {
            this(id, session, null);
        }
    }

    /** Erases the session and all its people. */
    record EndSession(String id, SessionId session) implements Change {}
}
