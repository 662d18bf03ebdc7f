package io.faceline.api.jobs;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.web.view.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * Whom an answer names, as the person is called by now.
 *
 * @param id of the person whom this one was merged into, if so
 * @param name null when the person was deleted since
 * @param scope null as the name
 */
public record NamedPerson(
        PersonId id, @Nullable String name, @Nullable Scope scope) {
    public static NamedPerson of(PersonId id, SessionId session, PersonNames names) {
        return names.find(id, session)
                .map(person -> new NamedPerson(person.id(), person.name(), person.scope()))
                .orElseGet(() -> new NamedPerson(id, null, null));
    }
}
