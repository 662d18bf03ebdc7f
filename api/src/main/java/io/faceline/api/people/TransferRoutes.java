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

    private final PersonAccess asked;
    private final PersonDirectory people;
    private final ChangeClient ask;
    private final Supplier<Collection<Reference>> gallery;
    private final Executor transfers;

    /**
     * @param gallery all references of the shared gallery as of now; blocks
     * @param transfers does a few at a time and rejects what is more
     */
    TransferRoutes(
            PersonAccess asked,
            PersonDirectory people,
            ChangeClient ask,
            Supplier<Collection<Reference>> gallery,
            Executor transfers) {
        this.asked = asked;
        this.people = people;
        this.ask = ask;
        this.gallery = gallery;
        this.transfers = transfers;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PeopleRoutes.PATH + "/export", this::export).post(PeopleRoutes.PATH + "/import", this::bring);
    }

    private void export(Context context) {
        var session = asked.changeableScope(context);
        PeopleRoutes.keepPrivate(context)
                .contentType(FORMAT)
                .header("Content-Disposition", "attachment; filename=\"people.jsonl\"");
        run(context, () -> write(session, context));
    }

    private void write(SessionId session, Context context) {
        // A session's embeddings never leave the matcher.
        var references = session.isShared() ? gallery.get() : List.<Reference>of();
        try {
            new ExportPeople(references).write(of(session), context.outputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Person> of(SessionId session) {
        return people.all().values().stream()
                .filter(Person::isActive)
                .filter(person -> person.session().equals(session))
                .sorted(PeoplePage.ORDER)
                .toList();
    }

    private void bring(Context context) {
        var session = asked.changeableScope(context);
        var file = new ImportFile(context.bodyAsBytes());
        run(context, () -> answer(context, imported(session, file)));
    }

    private ImportResult imported(SessionId session, ImportFile file) {
        var importing = new ImportPeople(ask, people, session);
        file.forEachLine((line, index) -> importing.add(index, line));
        return importing.end();
    }

    private void answer(Context context, ImportResult imported) {
        // Whoever asks next should see them; if that takes longer, they are no less made.
        var unused = imported.last().map(last -> people.await(all -> all.containsKey(last.value())));
        context.header(ChangeResponder.VERSION_HEADER, Long.toString(imported.galleryVersion()))
                .json(imported);
    }

    private void run(Context context, Runnable transfer) {
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(transfer, transfers);
            } catch (RejectedExecutionException e) {
                context.header("Retry-After", RETRY_SECONDS);
                throw new ProblemException(
                        429, "TOO_MANY_TRANSFERS", "other exports and imports are under way; try again in a while");
            }
        });
    }
}
