package io.faceline.contracts.change;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.ReferenceId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.PersonPhoto;
import io.faceline.contracts.person.Reference;

/** What people ask of the matcher besides frames: {@code changes}, answered on {@code change-answers}. */
public sealed interface Change {
    /** Made by the asker; the answer carries it. */
    String id();

    /** Whose people it is about. */
    SessionId session();

    record DeletePerson(String id, SessionId session, PersonId person) implements Change {}

    /** One photo goes, with every reference that was made of it; the person stays. */
    record DeletePhoto(String id, SessionId session, PersonId person, ReferenceId photo) implements Change {}

    record RenamePerson(String id, SessionId session, PersonId person, String name) implements Change {}

    /** All references of {@code from} become those of {@code into}. */
    record MergePeople(String id, SessionId session, PersonId from, PersonId into) implements Change {}

    /**
     * Undoes the merge of {@code from}: the person is back with the name, photos and references of before the merge, and
     * whoever holds these loses them. Impossible once either person was deleted.
     */
    record UnmergePeople(String id, SessionId session, PersonId from) implements Change {}

    /**
     * Adds or replaces a reference without a photo going through the pipeline: an import, or a new model's embedding
     * of a stored crop.
     */
    record PutReference(String id, SessionId session, String name, Reference reference, PersonPhoto photo)
            implements Change {}

    /** The visitor is still there. */
    record KeepAlive(String id, SessionId session) implements Change {}

    /** Erases the session and all its people. */
    record EndSession(String id, SessionId session) implements Change {}
}
