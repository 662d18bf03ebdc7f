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
import java.util.regex.Pattern;

/** One import: everybody is made who can be, the others are named by their index. One thread uses it and is blocked. */
final class ImportPeople {
    private static final int MOST_UNDER_WAY = 32;
    private static final Pattern ID_IN_ADDRESSES = Pattern.compile("[A-Za-z0-9._:-]+");

    private final ChangeClient ask;
    private final PersonDirectory people;
    private final SessionId session;
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final List<ImportResult.Refused> refused = new ArrayList<>();
    private boolean isAnswered = true;
    private int made;
    private long galleryVersion;
    private Optional<PersonId> last = Optional.empty();

    private record Pending(int index, PersonId person, List<CompletableFuture<ChangeAnswer>> answers) {}

    ImportPeople(ChangeClient ask, PersonDirectory people, SessionId session) {
        this.ask = ask;
        this.people = people;
        this.session = session;
    }

    void add(int index, String line) {
        if (!isAnswered) {
            refuse(index, "TIMEOUT", "not tried, since no answer came to those before; import again");
            return;
        }
        try {
            add(index, PersonLine.parse(line));
        } catch (InvalidLineException e) {
            refuse(index, "BAD_LINE", e.getMessage());
        }
    }

    private void add(int index, PersonLine line) {
        PersonLineValidator.fault(line).ifPresent(fault -> {
            throw new InvalidLineException(fault);
        });
        var person = idHere(line.id());
        var changes = line.changes(session, person);
        while (pending.size() >= MOST_UNDER_WAY) {
            await(pending.remove());
        }
        pending.add(new Pending(index, person, changes.stream().map(ask::send).toList()));
    }

    /** Waits for the last answers. */
    ImportResult end() {
        while (!pending.isEmpty()) {
            await(pending.remove());
        }
        refused.sort(Comparator.comparingInt(ImportResult.Refused::index));
        return new ImportResult(made, List.copyOf(refused), galleryVersion, last);
    }

    /**
     * Everyone's people keep their ids, so that they are the same in all installations. In a session they get others,
     * which nobody can choose: one person is not two sessions'. Whoever was deleted here comes as somebody new.
     */
    private PersonId idHere(PersonId exported) {
        var id = session.isShared() ? exported : PersonId.of(session, exported.value());
        if (!ID_IN_ADDRESSES.matcher(id.value()).matches()) {
            throw new InvalidLineException("the id must be of letters, digits or ._:-");
        }
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
                faults.size() + " of " + line.answers().size() + " references were not taken: "
                        + faults.get(0).words());
    }

    private Optional<Fault> await(CompletableFuture<ChangeAnswer> pendingAnswer) {
        try {
            var answer = pendingAnswer.join();
            galleryVersion = Math.max(galleryVersion, answer.galleryVersion());
            return answer.isMade() ? Optional.empty() : Optional.of(new Fault("CHANGE_REFUSED", answer.error()));
        } catch (CompletionException e) {
            isAnswered = false;
            // Without the cause's own words: they may quote the record.
            return Optional.of(new Fault("TIMEOUT", "no answer came in time; import again"));
        }
    }

    private record Fault(String code, String words) {}

    private void refuse(int index, String code, String detail) {
        refused.add(new ImportResult.Refused(index, code, detail));
    }
}
