package io.faceline.api.people;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.PersonDirectory;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** {@code GET /api/v1/people/export} and {@code POST /api/v1/people/import}, in the format of the command line. */
final class TransferRoutes implements Routes {
    private static final String FORMAT = "application/x-ndjson";
    private static final String RETRY_SECONDS = "10";

    private final PersonAccess access;
    private final PersonDirectory people;
    private final PhotoDirectory photos;
    private final ChangeClient client;
    private final Supplier<Collection<Reference>> gallery;
    private final ImportRoom room;
    private final Executor transfers;

    /**
     * @param gallery the current references of the shared gallery; blocks
     * @param room that imports may take
     * @param transfers runs a few at a time; rejects tasks beyond its capacity
     */
    TransferRoutes(
            PersonAccess access,
            PersonDirectory people,
            PhotoDirectory photos,
            ChangeClient client,
            Supplier<Collection<Reference>> gallery,
            ImportRoom room,
            Executor transfers) {
        this.access = access;
        this.people = people;
        this.client = client;
        this.gallery = gallery;
        this.room = room;
        this.photos = photos;
        this.transfers = transfers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PeopleRoutes.PATH + "/export", this::export).post(PeopleRoutes.PATH + "/import", this::importPeople);
    }

    private void export(Context context) {
        var session = access.changeableScope(context);
        PeopleRoutes.keepPrivate(context)
                .contentType(FORMAT)
                .header("Content-Disposition", "attachment; filename=\"people.jsonl\"");
        run(context, () -> write(session, context));
    }

    private void write(SessionId session, Context context) {
        // Embeddings of a session never leave the matcher.
        var references = session.isShared() ? gallery.get() : List.<Reference>of();
        try {
            new ExportPeople(references, photos).write(active(session), context.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Person> active(SessionId session) {
        return people.all().values().stream()
                .filter(Person::isActive)
                .filter(person -> person.session().equals(session))
                .sorted(PeoplePage.ORDER)
                .toList();
    }

    private void importPeople(Context context) {
        var session = access.changeableScope(context);
        room.require(context, session);
        var file = new ImportFile(context.bodyAsBytes());
        run(context, () -> answer(context, result(session, file)));
    }

    private ImportResult result(SessionId session, ImportFile file) {
        var importer = new ImportPeople(client, people, room.of(session));
        file.forEachLine((line, index) -> importer.add(index, line));
        return importer.end();
    }

    private void answer(Context context, ImportResult result) {
        // Makes the import visible to the next request; a timeout does not undo it.
        var unused = result.last().map(last -> people.await(all -> all.containsKey(last.value())));
        context.header(ChangeResponder.VERSION_HEADER, Long.toString(result.galleryVersion()))
                .json(result);
    }

    private void run(Context context, Runnable transfer) {
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(transfer, transfers);
            } catch (RejectedExecutionException e) {
                context.header("Retry-After", RETRY_SECONDS);
                throw new ProblemException(
                        429, "TOO_MANY_TRANSFERS", "too many exports and imports are running; try again later");
            }
        });
    }
}
