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

/** Creates all routes of people. */
public final class PeopleApi {
    private PeopleApi() {}

    /**
     * @param gallery the current references of the shared gallery; may block
     * @param room that imports may take
     * @param waiting blocks until a change is visible
     * @param transfers runs exports and imports; rejects tasks beyond its capacity
     */
    public static List<Routes> routes(
            Access access,
            PersonDirectory people,
            PhotoDirectory photos,
            ChangeClient client,
            Supplier<Collection<Reference>> gallery,
            ImportRoom room,
            Executor waiting,
            Executor transfers) {
        var personAccess = new PersonAccess(people::find, access);
        return List.of(
                // First, as the others would take "export" for the id of a person.
                new TransferRoutes(personAccess, people, photos, client, gallery, room, transfers),
                new PeopleRoutes(personAccess, people, photos),
                new ChangePeopleRoutes(personAccess, people, new ChangeResponder(client), waiting));
    }
}
