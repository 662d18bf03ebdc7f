package io.faceline.api.people;

import io.faceline.api.changes.ChangeClient;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.PersonId;
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
    /** Of unanswered people: what is sent beyond it only waits in Kafka. */
    private static final long MAX_PENDING_BYTES = 16 << 20;

    private final ChangeClient client;
    private final PersonDirectory people;
    private final ImportRoom.OfSession room;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<ImportResult.Refused> refused = new ArrayList<>();
    private boolean hasAnswers = true;
    private int made;
    private long galleryVersion;
    private Optional<PersonId> last = Optional.empty();

    private record Pending(int index, PersonId person, long bytes, CompletableFuture<ChangeAnswer> answer) {}

    /** @param room of the session that the people are imported into */
    ImportPeople(ChangeClient client, PersonDirectory people, ImportRoom.OfSession room) {
        this.client = client;
        this.people = people;
        this.room = room;
    }

    void add(int index, String line) {
        if (!hasAnswers) {
            refuseUnsent(index);
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
        var change = line.change(room.session(), person);
        var refusal = room.take(line, people.find(person.value()));
        if (refusal.isPresent()) {
            refuse(index, refusal.get().code(), refusal.get().detail());
            return;
        }
        var bytes = ImportRoom.bytes(line);
        while (!pending.isEmpty() && (pending.size() >= MAX_PENDING || pendingBytes() + bytes > MAX_PENDING_BYTES)) {
            await(pending.remove());
        }
        if (hasAnswers) {
            pending.add(new Pending(index, person, bytes, client.send(change)));
        } else {
            refuseUnsent(index);
        }
    }

    private long pendingBytes() {
        return pending.stream().mapToLong(Pending::bytes).sum();
    }

    private void refuseUnsent(int index) {
        refuse(index, "TIMEOUT", "skipped because earlier lines got no answer; import again");
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
        var session = room.session();
        var id = session.isShared() ? exported : PersonId.of(session, exported.value());
        return people.find(id.value()).filter(Person::deleted).isPresent() ? PersonId.random() : id;
    }

    private void await(Pending line) {
        try {
            var answer = line.answer().join();
            galleryVersion = Math.max(galleryVersion, answer.galleryVersion());
            if (answer.isMade()) {
                made++;
                last = Optional.of(line.person());
            } else {
                refuse(line.index(), "CHANGE_REFUSED", "the person was not imported: " + answer.error());
            }
        } catch (CompletionException e) {
            hasAnswers = false;
            // Without the message of the cause, which may quote the record.
            refuse(line.index(), "TIMEOUT", "no answer arrived in time; import again");
        }
    }

    private void refuse(int index, String code, String detail) {
        refused.add(new ImportResult.Refused(index, code, detail));
    }
}
