package io.faceline.web.view;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * A person named in an answer, with the current name.
 *
 * @param id the id of the person, or of the one it was merged into
 * @param name null when the person has been deleted, or is of a private shared gallery and not a match
 * @param scope null when the name is
 */
public record NamedPerson(
        PersonId id, @Nullable String name, @Nullable Scope scope) {
    public static NamedPerson of(PersonId id, Decision decision, SessionId session, PersonNames names) {
        return names.find(id, session, decision)
                .map(person -> new NamedPerson(person.id(), person.name(), person.scope()))
                .orElseGet(() -> new NamedPerson(id, null, null));
    }
}
