package io.faceline.api.people;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** All routes of people. */
public final class PeopleApi {
    private PeopleApi() {}

    /**
     * @param gallery all references of the shared gallery as of now; may block
     * @param waiting for what blocks until a change shows
     * @param transfers for exports and imports; rejects what is too much
     */
    public static List<Routes> routes(
            Access access,
            PersonDirectory people,
            ChangeClient ask,
            Supplier<Collection<Reference>> gallery,
            Executor waiting,
            Executor transfers) {
        var asked = new PersonAccess(people::find, access);
        return List.of(
                // Before the rest, to whom "export" would be a person.
                new TransferRoutes(asked, people, ask, gallery, transfers),
                new PeopleRoutes(asked, people),
                new ChangePeopleRoutes(asked, people, new ChangeResponder(ask), waiting));
    }
}
