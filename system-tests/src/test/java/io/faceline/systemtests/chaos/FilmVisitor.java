package io.faceline.systemtests.chaos;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.MultipartForm;
import io.faceline.runtime.http.TestClient;
import io.faceline.systemtests.privacy.LfwPhoto;
import io.faceline.systemtests.process.Installation;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.awaitility.core.ConditionTimeoutException;

/** Uploads one video after the other in a session of its own, and deletes some of them. Confined to one thread. */
final class FilmVisitor {
    private static final String JOBS = "/api/v1/jobs";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAUSE_MILLIS = 250;
    /** Of so many looks at a job that is unfinished, one deletes it. */
    private static final int DELETION_ODDS = 40;

    private final TestClient ingest;
    private final TestClient api;
    private final SessionId session;
    private final PeopleLedger ledger;
    private final RoundNotes notes;
    private final Random random;
    private final byte[] film;
    private final Set<String> deleted = new HashSet<>();

    private FilmVisitor(
            Installation installation,
            String token,
            Portraits portraits,
            PeopleLedger ledger,
            RoundNotes notes,
            Random random) {
        this.ingest = installation.ingest().as(token);
        this.api = installation.api().as(token);
        this.session = SessionId.ofSecret(token);
        this.ledger = ledger;
        this.notes = notes;
        this.random = random;
        this.film = PortraitFilm.make(portraits);
    }

    /** Enrolls some of those who are in the videos. */
    static FilmVisitor ofNewSession(
            Installation installation, Portraits portraits, PeopleLedger ledger, RoundNotes notes, Random random) {
        var token = installation.api().post("/api/v1/sessions").expect(201).at("/token");
        var visitor = new FilmVisitor(installation, token, portraits, ledger, notes, random);
        PortraitFilm.named().forEach(photo -> visitor.enroll(photo, portraits));
        return visitor;
    }

    private void enroll(LfwPhoto photo, Portraits portraits) {
        var form = new MultipartForm().fields(Map.of("name", photo.human())).files(portraits.jpeg(photo));
        var person = ingest.post("/api/v1/people", form).expect(201).at("/id");
        ledger.enrolled(new PersonId(person), session.value(), photo);
    }

    /** The jobs that were deleted. */
    Set<String> deleted() {
        return Set.copyOf(deleted);
    }

    void act() throws InterruptedException {
        var unfinished = jobs().map(all -> all.entrySet().stream()
                .filter(job -> job.getValue().isUnfinished())
                .map(Map.Entry::getKey)
                .toList());
        if (unfinished.filter(List::isEmpty).isPresent()) {
            upload();
        } else if (unfinished.isPresent() && random.nextInt(DELETION_ODDS) == 0) {
            delete(unfinished.orElseThrow().get(0));
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }

    private void upload() {
        var path = "/api/v1/videos?framesPerSecond=" + PortraitFilm.FRAMES_PER_SECOND;
        ask(() -> ingest.post(path, "video/mp4", film))
                .filter(answer -> answer.status() == 202)
                .ifPresent(answer -> notes.count("films_sent"));
    }

    private void delete(String job) {
        var answer = ask(() -> ingest.delete(JOBS + "/" + job));
        if (answer.filter(given -> given.status() == 204).isPresent()) {
            deleted.add(job);
            notes.count("films_deleted");
        }
    }

    /** Waits until all jobs have ended; called when all services are well again. */
    void awaitEnd() {
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(PAUSE_MILLIS))
                    .until(() -> jobs().filter(all -> all.values().stream().noneMatch(JobState::isUnfinished))
                            .isPresent());
        } catch (ConditionTimeoutException e) {
            notes.violation("a video does not end: " + jobs());
        }
        jobs().orElse(Map.of()).forEach((job, state) -> {
            notes.count("films_" + state);
            if (state != JobState.DONE) {
                notes.violation("the video " + job + " is " + state);
            }
        });
    }

    /** Deletes all that is left. */
    void deleteAll() {
        jobs().orElse(Map.of()).keySet().forEach(this::delete);
    }

    /** Empty if the answer was lost. */
    private Optional<Map<String, JobState>> jobs() {
        return ask(() -> api.get(JOBS + "?limit=200"))
                .filter(answer -> answer.status() == 200)
                .map(answer -> StreamSupport.stream(answer.json().path("items").spliterator(), false)
                        .collect(Collectors.toMap(FilmVisitor::id, FilmVisitor::state)));
    }

    private static String id(JsonNode job) {
        return job.path("id").asText();
    }

    private static JobState state(JsonNode job) {
        return JobState.valueOf(job.path("state").asText());
    }

    private Optional<HttpAnswer> ask(Supplier<HttpAnswer> request) {
        try {
            return Optional.of(request.get());
        } catch (UncheckedIOException e) {
            notes.count("http_failed");
            return Optional.empty();
        }
    }
}
