package io.faceline.api.people;

import io.faceline.api.changes.ChangeClient;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.web.access.PersonDirectory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs one import: creates every valid person and reports the others by index. Blocks. Not thread-safe. */
final class ImportPeople {
    private static final int MAX_PENDING = 32;

    private final ChangeClient client;
    private final PersonDirectory people;
    private final SessionId session;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<ImportResult.Refused> refused = new ArrayList<>();
    private boolean hasAnswers = true;
    private int made;
    private long galleryVersion;
    private Optional<PersonId> last = Optional.empty();

    private record Pending(int index, PersonId person, List<CompletableFuture<ChangeAnswer>> answers) {}

    ImportPeople(ChangeClient client, PersonDirectory people, SessionId session) {
        this.client = client;
        this.people = people;
        this.session = session;
    }

    void add(int index, String line) {
        if (!hasAnswers) {
            refuse(index, "TIMEOUT", "skipped because earlier lines got no answer; import again");
            return;
        }
        try {
            add(index, PersonLine.parse(line));
        } catch (InvalidLineException e) {
            refuse(index, "BAD_LINE", e.getMessage());
        }
    }

    private void add(int index, PersonLine line) {
        var person = importedId(line.id());
        var changes = line.changes(session, person);
        while (pending.size() >= MAX_PENDING) {
            await(pending.remove());
        }
        pending.add(
                new Pending(index, person, changes.stream().map(client::send).toList()));
    }

    /** Waits for the remaining answers. */
    ImportResult end() {
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
        refused.sort(Comparator.comparingInt(ImportResult.Refused::index));
        return new ImportResult(made, List.copyOf(refused), galleryVersion, last);
    }

    /**
     * The id of the imported person. People of the shared gallery keep their ids, so that they are the same in all
     * installations. In a session they get derived ids that nobody can choose, as a person belongs to one session. A
     * deleted id is replaced by a new one.
     */
    private PersonId importedId(PersonId exported) {
        var id = session.isShared() ? exported : PersonId.of(session, exported.value());
        return people.find(id.value()).filter(Person::deleted).isPresent() ? PersonId.random() : id;
    }

    private void await(Pending line) {
        var faults = line.answers().stream()
                .map(this::await)
                .flatMap(Optional::stream)
                .toList();
        if (faults.isEmpty()) {
            made++;
            last = Optional.of(line.person());
            return;
        }
        var code = faults.get(0).code();
        refuse(
                line.index(),
                code,
                faults.size() + " of " + line.answers().size() + " references were not imported: "
                        + faults.get(0).message());
    }

    private Optional<Fault> await(CompletableFuture<ChangeAnswer> pendingAnswer) {
        try {
            var answer = pendingAnswer.join();
            galleryVersion = Math.max(galleryVersion, answer.galleryVersion());
            return answer.isMade() ? Optional.empty() : Optional.of(new Fault("CHANGE_REFUSED", answer.error()));
        } catch (CompletionException e) {
            hasAnswers = false;
            // Without the message of the cause, which may quote the record.
            return Optional.of(new Fault("TIMEOUT", "no answer arrived in time; import again"));
        }
    }

    private record Fault(String code, String message) {}

    private void refuse(int index, String code, String detail) {
        refused.add(new ImportResult.Refused(index, code, detail));
    }
}
