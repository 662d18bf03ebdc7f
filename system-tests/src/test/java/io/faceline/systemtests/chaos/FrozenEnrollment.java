package io.faceline.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.systemtests.process.Installation;
import io.faceline.systemtests.process.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A matcher that freezes while it enrolls a person, and thaws after another matcher has enrolled the person and the person
 * was deleted: what it writes then must not count.
 */
final class FrozenEnrollment {
    /** Time enough to freeze the matcher that waits for a gallery. */
    static final Map<String, String> SETTINGS = Map.of("FACELINE_GALLERY_WAIT", "3s");

    private static final List<String> MATCHERS = List.of("matcher-1", "matcher-2");
    private static final Duration POLL = Duration.ofMillis(250);
    /** Session timeout, and until the broker ends the frozen matcher's transaction. */
    private static final Duration TAKEOVER = Duration.ofMinutes(1);

    /** No gallery has it, so that the matcher works on the frame for as long as it waits for a gallery. */
    private static final long FAR_VERSION = 1_000_000_000_000L;

    private static final int SLOT_BYTES = 512;

    private final Installation installation;
    private final byte[] photo;

    /** @param installation started with {@link #SETTINGS} */
    FrozenEnrollment(Installation installation, byte[] photo) {
        this.installation = installation;
        this.photo = photo.clone();
    }

    /** Fails if the deleted person is anywhere afterwards. */
    void check() {
        var token = installation.api().post("/api/v1/sessions").expect(201).at("/token");
        var session = SessionId.ofSecret(token);
        var bystander = enroll(token);
        var person = PersonId.random();
        var frame = enrollByRecord(session, person);
        var matcher = awaitWorking();
        matcher.freeze();
        assertThat(answers(frame)).as("answers before the freeze").isZero();

        await().atMost(TAKEOVER).pollInterval(POLL).until(() -> answers(frame) > 0);
        var api = installation.api().as(token);
        await().until(() -> api.get("/api/v1/people/" + person).status() == 200);
        api.delete("/api/v1/people/" + person).expect(204);
        var deletedAt = Instant.now();
        matcher.thaw();
        await().atMost(TAKEOVER).pollInterval(POLL).until(() -> !isWorking(matcher) && matcher.isReady());

        assertThat(recognised(token)).contains(bystander).doesNotContain(person.value());
        assertThat(api.get("/api/v1/people").expect(200).text())
                .contains(bystander)
                .doesNotContain(person.value());
        var evidence = Evidence.read(installation.kafka());
        assertThat(evidence.people().stream()
                        .filter(change -> change.person().id().equals(person)
                                && change.at().isAfter(deletedAt)))
                .as("records of the person after the deletion")
                .allMatch(change -> change.person().deleted());
        assertThat(new StoredPeople(installation.kafka()).find())
                .doesNotContainKey(person)
                .containsKey(new PersonId(bystander));
        assertThat(evidence.answers().get(frame.value())).hasSize(1);
    }

    private String enroll(String token) {
        var form = new MultipartForm().fields(Map.of("name", "Bystander")).files(photo);
        return installation
                .ingest()
                .as(token)
                .post("/api/v1/people", form)
                .expect(201)
                .at("/id");
    }

    private FrameId enrollByRecord(SessionId session, PersonId person) {
        var source = "foreign-" + person;
        var id = FrameId.of(source, 0);
        var role = new Role.Enrollment(person, "Zoë", Scope.SESSION, true);
        var facts = new FrameFacts(id, session, role, source, 0, Instant.now(), null, FAR_VERSION);
        try (var sender = new RecordSender(installation.kafka(), "foreign")) {
            sender.send(
                            installation.topics().frames(Lane.LIVE),
                            source,
                            new Frame(facts, Outcome.made(Blob.wrap(photo))),
                            id)
                    .join();
        }
        return id;
    }

    /** Every photo of the session is answered, whichever matcher it reaches. */
    private String recognised(String token) {
        TestClient visitor = installation.ingest().as(token);
        return visitor.post("/api/v1/recognize", "image/jpeg", photo)
                .expect(200)
                .text();
    }

    private int answers(FrameId frame) {
        return Optional.ofNullable(Evidence.read(installation.kafka()).answers().get(frame.value()))
                .map(List::size)
                .orElse(0);
    }

    /** The matcher that works on a frame. */
    private Instance awaitWorking() {
        return await().pollInterval(Duration.ofMillis(20))
                .until(
                        () -> MATCHERS.stream()
                                .map(installation::instance)
                                .filter(this::isWorking)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** By the journal in which a stage notes the records that it works on: slots of a length and a text. */
    private boolean isWorking(Instance matcher) {
        var journal = ByteBuffer.wrap(journal(matcher));
        for (var slot = 0; slot + SLOT_BYTES <= journal.limit(); slot += SLOT_BYTES) {
            var length = journal.getInt(slot);
            var text = new byte[Math.max(0, Math.min(length, SLOT_BYTES - Integer.BYTES))];
            journal.get(slot + Integer.BYTES, text);
            if (new String(text, StandardCharsets.UTF_8)
                    .startsWith(installation.topics().embeddings().name())) {
                return true;
            }
        }
        return false;
    }

    private byte[] journal(Instance matcher) {
        try {
            return Files.readAllBytes(installation
                    .stateFolder(matcher)
                    .resolve("records/faceline.matcher-" + matcher.name() + ".working"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
