package io.faceline.systemtests.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.systemtests.chaos.PeopleLedger.Entry;
import io.faceline.systemtests.process.Installation;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Recognises, enrolls, deletes and lists people over HTTP at random, as a session or as the admin, and repeats requests
 * whose answer was lost. Each answer is compared with what was answered before. Confined to one thread.
 */
final class ChaosVisitor {
    private static final String PEOPLE = "/api/v1/people";
    private static final Duration PATIENCE = Duration.ofSeconds(75);
    private static final int PAUSE_MILLIS = 100;
    private static final int MAX_PEOPLE = 6;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ENROLLED = 422;

    private final TestClient ingest;
    private final TestClient api;
    private final String session;
    private final Portraits portraits;
    private final PeopleLedger ledger;
    private final RoundNotes notes;
    private final Random random;
    private final List<PersonId> people = new ArrayList<>();

    /** @param session whose people this visitor changes: {@code shared} for the admin */
    private ChaosVisitor(
            Installation installation,
            String token,
            String session,
            Portraits portraits,
            PeopleLedger ledger,
            RoundNotes notes,
            Random random) {
        this.ingest = installation.ingest().as(token);
        this.api = installation.api().as(token);
        this.session = session;
        this.portraits = portraits;
        this.ledger = ledger;
        this.notes = notes;
        this.random = random;
    }

    static ChaosVisitor ofNewSession(
            Installation installation, Portraits portraits, PeopleLedger ledger, RoundNotes notes, Random random) {
        var token = installation.api().post("/api/v1/sessions").expect(CREATED).at("/token");
        var session = SessionId.ofSecret(token).value();
        return new ChaosVisitor(installation, token, session, portraits, ledger, notes, random);
    }

    static ChaosVisitor ofAdmin(
            Installation installation, Portraits portraits, PeopleLedger ledger, RoundNotes notes, Random random) {
        return new ChaosVisitor(
                installation, Installation.ADMIN, SessionId.SHARED.value(), portraits, ledger, notes, random);
    }

    String session() {
        return session;
    }

    void act() {
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> enroll();
            case 3, 4 -> delete();
            case 5 -> list();
            default -> recognise();
        }
        pause();
    }

    void enroll() {
        if (people.size() >= MAX_PEOPLE) {
            return;
        }
        var photo = portraits.toEnroll(random, isShared());
        var fields = Map.of(
                "name",
                "Person " + random.nextInt(1000),
                "allowLookalike",
                "true",
                "scope",
                isShared() ? "shared" : "session");
        var form = new MultipartForm().fields(fields).files(portraits.jpeg(photo));
        var key = new AtomicReference<>(UUID.randomUUID().toString());
        var answer = untilDone("enroll", () -> {
            var given = ingest.post(PEOPLE, form, "Idempotency-Key", key.get());
            if (isTooEarly(given)) {
                // Nobody was enrolled, and under this key the answer would be the same.
                key.set(UUID.randomUUID().toString());
            }
            return given;
        });
        answer.ifPresent(given -> {
            var id = new PersonId(given.at("/id"));
            ledger.enrolled(id, session, photo);
            people.add(id);
            notes.count("enrolled");
        });
    }

    private void delete() {
        if (people.isEmpty()) {
            return;
        }
        var id = people.get(random.nextInt(people.size()));
        // Of what ingest has answered the api reads a moment later.
        var known = untilDone("get", () -> api.get(PEOPLE + "/" + id), NOT_FOUND);
        if (known.isEmpty()) {
            notes.violation("person " + id + " was enrolled and is not known to the api");
            people.remove(id);
            return;
        }
        ledger.leaves(id);
        people.remove(id);
        var answer = untilDone("delete", () -> api.delete(PEOPLE + "/" + id));
        if (answer.isPresent()) {
            ledger.deleted(id);
            notes.count("deleted");
            checkList();
        }
    }

    private void list() {
        checkList();
    }

    private void checkList() {
        var sentAt = Instant.now();
        ask("list", () -> api.get(PEOPLE + "?limit=200"))
                .filter(answer -> answer.status() == OK)
                .ifPresent(answer -> answer.json()
                        .path("items")
                        .forEach(item ->
                                judge("the list of people", item.path("id").asText(), sentAt)));
    }

    private void recognise() {
        var photo = portraits.any(random);
        var sentAt = Instant.now();
        var answer = ask("recognise", () -> ingest.post("/api/v1/recognize", "image/jpeg", portraits.jpeg(photo)));
        answer.filter(given -> given.status() == OK).ifPresent(given -> {
            for (var person : people(given.json())) {
                judge("the HTTP answer " + given.at("/facts/id"), person, sentAt);
            }
        });
    }

    private static HashSet<String> people(JsonNode answer) {
        var people = new HashSet<String>();
        for (var face : answer.path("outcome").path("value").path("faces")) {
            for (var candidate : face.path("identification").path("candidates")) {
                people.add(candidate.path("person").asText());
            }
        }
        return people;
    }

    private void judge(String where, String person, Instant sentAt) {
        ledger.find(new PersonId(person))
                .filter(entry -> entry.isDeletedBefore(sentAt))
                .ifPresent(entry -> notes.violation("deleted person " + person + " (" + described(entry) + ") is in "
                        + where + " asked for at " + sentAt));
    }

    static String described(Entry entry) {
        return (entry.session().equals("shared") ? "shared" : "of a session") + ", deleted at "
                + entry.deletedAt().map(Instant::toString).orElse("never");
    }

    /** Repeats a request until it is done. Empty if that takes too long, or the face was refused. */
    private Optional<HttpAnswer> untilDone(String what, Supplier<HttpAnswer> request, int... meanwhile) {
        var deadline = Instant.now().plus(PATIENCE);
        var isRepeated = false;
        while (Instant.now().isBefore(deadline)) {
            var answer = ask(what, request);
            var status = answer.map(HttpAnswer::status).orElse(0);
            if (status == OK || status == CREATED || status == NO_CONTENT) {
                return answer;
            }
            if (status == ACCEPTED && what.equals("enroll")) {
                return answer;
            }
            if (status == NOT_FOUND && isRepeated && meanwhile.length == 0) {
                // What an earlier attempt deleted.
                return answer;
            }
            if (status == NOT_ENROLLED && !isTooEarly(answer.orElseThrow())) {
                notes.violation(
                        "a good photo was not enrolled: " + answer.orElseThrow().text());
                return Optional.empty();
            }
            isRepeated = true;
            pause();
        }
        notes.count("http_" + what + "_never_done");
        notes.event("given_up request=" + what + " session=" + shortSession());
        return Optional.empty();
    }

    /** Whether a matcher that took over does not know yet what was written before. */
    private static boolean isTooEarly(HttpAnswer answer) {
        return answer.status() == NOT_ENROLLED && answer.text().contains("GALLERY_UNAVAILABLE");
    }

    /** One request; empty if the connection failed or no answer came in time. */
    private Optional<HttpAnswer> ask(String what, Supplier<HttpAnswer> request) {
        try {
            var answer = request.get();
            notes.count("http_" + answer.status());
            if (answer.status() >= 400 && answer.status() != NOT_FOUND) {
                notes.event("http_error request=" + what + " session=" + shortSession() + " answer=\""
                        + answer.problem() + "\"");
            }
            return Optional.of(answer);
        } catch (UncheckedIOException e) {
            notes.count("http_failed");
            return Optional.empty();
        }
    }

    /** Everybody whom a list must show is there, and nobody who was deleted. Called when all services are well again. */
    void checkFinalList() {
        var answer =
                untilDone("list", () -> api.get(PEOPLE + "?limit=200&scope=" + (isShared() ? "shared" : "session")));
        if (answer.isEmpty()) {
            notes.violation("the list of people of " + shortSession() + " cannot be read");
            return;
        }
        var listed = new HashSet<>(answer.orElseThrow().json().path("items").findValuesAsText("id"));
        ledger.deleted().stream()
                .filter(entry -> listed.contains(entry.id().value()))
                .forEach(entry -> notes.violation("deleted person " + entry.id() + " is listed at the end"));
        ledger.staying().stream()
                .filter(entry -> entry.session().equals(session)
                        && !listed.contains(entry.id().value()))
                .forEach(entry -> notes.violation(
                        "person " + entry.id() + ", enrolled at " + entry.enrolledAt() + ", is not listed at the end"));
    }

    private boolean isShared() {
        return session.equals(SessionId.SHARED.value());
    }

    private String shortSession() {
        return session.substring(0, Math.min(8, session.length()));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
