package io.faceline.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.Scope;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.JobState;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.PersonBuilder;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Retention;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.http.TestEvents.Event;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.Settings;
import io.faceline.web.access.SessionKey;
import io.faceline.web.access.SessionSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Jobs and matches as they come, through real topics. */
@Tag("slow")
class ApiOverKafkaTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ADMIN = "an admin's long token";
    private static final String KEY_TEXT = SessionKey.newText();
    private static final SessionKey KEY = SessionKey.parse(KEY_TEXT);
    private static final String MATCHES = "/api/v1/matches";
    private static final String EVENTS = "/api/v1/jobs/job-a/events";

    private static final Retention KEPT_FOR_A_MONTH =
            new Retention(Duration.ofHours(1), Duration.ofHours(1), Duration.ofDays(30), Duration.ofHours(1));

    private final KafkaSettings kafka =
            BROKER.settings(new PartitionCounts(1, 4)).withRetention(KEPT_FOR_A_MONTH);
    private final TestTopics topics = new TestTopics(kafka);
    private final SessionSecret ada = KEY.create();
    private final SessionSecret bob = KEY.create();
    private Api api;
    private TestServer server;
    private TestClient client;

    @BeforeEach
    void start() {
        topics.put(PersonBuilder.person("lin", "Lin").session(ada.session()).build());
        open();
    }

    private void open() {
        var settings =
                ApiSettings.from(new Settings(Map.of("FACELINE_ADMIN_TOKEN", ADMIN, "FACELINE_SESSION_KEY", KEY_TEXT)));
        api = new Api(settings, kafka);
        api.start();
        server = new TestServer(api.routes());
        client = server.client();
        await().atMost(SOON).until(() -> api.health().ready());
    }

    @AfterEach
    void close() {
        server.close();
        api.close();
        topics.close();
    }

    private TestEvents listen(SessionSecret who, String path, String lastEventId) {
        return TestEvents.open(client.as(who.reveal()), path, lastEventId);
    }

    private TestEvents listen(SessionSecret who, String path) {
        var events = listen(who, path, "");
        events.awaitMark();
        return events;
    }

    private void answer(SessionId session, String source, long sequence) {
        topics.answer(TestAnswers.match(session, source, sequence, TestAnswers.match(0, 2, "lin")));
    }

    private void putJob(String id, JobState state, long frames) {
        topics.put(TestJobs.job(id, ada.session(), state, frames));
        await().atMost(SOON).until(() -> client.as(ada.reveal())
                .get("/api/v1/jobs/" + id)
                .json()
                .path("state")
                .asText()
                .equals(state.name()));
    }

    @Test
    void framesOfAJobCome_andGoOnWhereTheClientWas() {
        putJob("job-a", JobState.RUNNING, 0);
        answer(ada.session(), "job-a", 0);
        try (var events = listen(ada, EVENTS, "")) {
            assertThat(ids(events.await("frame", 1))).containsExactly("0");
            answer(ada.session(), "job-a", 1);
            answer(ada.session(), "job-a", 2);
            assertThat(ids(events.await("frame", 3))).containsExactly("0", "1", "2");
        }
        answer(ada.session(), "job-a", 3);
        putJob("job-a", JobState.DONE, 4);
        topics.complete(TestJobs.job("job-a", ada.session(), JobState.DONE, 4), 4);

        try (var events = listen(ada, EVENTS, "1")) {
            events.awaitEnd();
            assertThat(ids(events.of("frame"))).containsExactly("2", "3");
            assertThat(events.of("end").get(0).data().path("state").asText()).isEqualTo("DONE");
        }
    }

    /** As by a tracker that was killed. */
    @Test
    void framesThatAreWrittenAgain_comeOnce() {
        for (var sequence : List.of(0, 1, 2, 1, 2, 3)) {
            answer(ada.session(), "job-a", sequence);
        }
        putJob("job-a", JobState.DONE, 4);
        topics.complete(TestJobs.job("job-a", ada.session(), JobState.DONE, 4), 4);

        try (var events = listen(ada, EVENTS, "")) {
            events.awaitEnd();
            assertThat(ids(events.of("frame"))).containsExactly("0", "1", "2", "3");
        }
    }

    @Test
    void peopleAreTheSame_apiStartedAgain() {
        answer(ada.session(), "job-a", 0);
        answer(ada.session(), "job-a", 1);
        putJob("job-a", JobState.DONE, 2);
        topics.complete(TestJobs.job("job-a", ada.session(), JobState.DONE, 2), 2);
        var before = await().atMost(SOON)
                .until(
                        () -> client.as(ada.reveal()).get("/api/v1/jobs/job-a/people"),
                        some -> some.json().path("isComplete").asBoolean());
        assertThat(before.json().at("/people/0/person/name").asText()).isEqualTo("Lin");

        server.close();
        api.close();
        open();

        assertThat(client.as(ada.reveal()).get("/api/v1/jobs/job-a/people").text())
                .isEqualTo(before.text());
        assertThat(client.as(ada.reveal())
                        .get("/api/v1/jobs/job-a/results")
                        .json()
                        .path("frames"))
                .hasSize(2);
        assertThat(client.as(bob.reveal()).get("/api/v1/jobs/job-a/people").problem())
                .isEqualTo("404 NO_SUCH_JOB");
    }

    @Test
    void onlyOnesOwnMatchesCome_fromNowOn() {
        answer(ada.session(), "camera", 0);
        try (var events = listen(ada, MATCHES);
                var admins = TestEvents.open(client.as(ADMIN), MATCHES)) {
            admins.awaitMark();
            answer(bob.session(), "camera", 1);
            answer(ada.session(), "camera", 2);

            assertThat(frames(events.await("match", 1))).containsExactly("camera/2");
            assertThat(events.of("match")
                            .get(0)
                            .data()
                            .at("/outcome/value/faces/0/person")
                            .asText())
                    .isEqualTo("Lin");
            assertThat(frames(admins.await("match", 2))).containsExactlyInAnyOrder("camera/1", "camera/2");
        }
        assertThat(client.get(MATCHES).problem()).isEqualTo("401 NO_SESSION");
    }

    @Test
    void noMatchIsLost_clientComesBack() {
        String last;
        try (var admins = TestEvents.open(client.as(ADMIN), MATCHES)) {
            admins.awaitMark();
            answer(ada.session(), "camera", 0);
            admins.await("match", 1);
            last = admins.lastId();
        }
        answer(ada.session(), "camera", 1);
        answer(bob.session(), "camera", 2);

        try (var admins = TestEvents.open(client.as(ADMIN), MATCHES, last)) {
            answer(bob.session(), "camera", 3);

            assertThat(frames(admins.await("match", 3))).containsExactlyInAnyOrder("camera/1", "camera/2", "camera/3");
        }
        assertThat(TestEvents.open(client.as(ADMIN), MATCHES, "x").status()).isEqualTo(400);
    }

    @Test
    void earlierMatchesCome_fromATime() {
        var before = Instant.now().minusSeconds(60);
        answer(ada.session(), "camera", 0);
        answer(ada.session(), "camera", 1);

        try (var events = listen(ada, MATCHES + "?from=" + before)) {
            assertThat(frames(events.await("match", 2))).containsExactly("camera/0", "camera/1");
        }
        for (var wrong :
                List.of("2020-01-01T00:00:00Z", "yesterday", Instant.now().plusSeconds(3600) + "")) {
            assertThat(client.as(ada.reveal()).get(MATCHES + "?from=" + wrong).problem())
                    .isEqualTo("400 BAD_REQUEST");
        }
    }

    @Test
    void whatWasDeletedIsLeftOut_amongMatches() {
        putJob("job-a", JobState.DONE, 1);
        putJob("job-b", JobState.DONE, 1);
        topics.put(Person.deleted(new PersonId("gone"), ada.session(), TestPeople.THEN));
        topics.put(TestJobs.job("job-a", ada.session(), JobState.DONE, 1).in(JobState.DELETED, TestPeople.THEN));
        await().atMost(SOON)
                .until(() -> client.as(ada.reveal()).get("/api/v1/jobs/job-a").status() == 404);

        try (var events = listen(ada, MATCHES)) {
            answer(ada.session(), "job-a", 0);
            topics.answer(TestAnswers.match(ada.session(), "photos", 0, enrollment("gone"), TestAnswers.unknown(0, 1)));
            topics.answer(TestAnswers.match(ada.session(), "photos", 1, enrollment("lin"), TestAnswers.unknown(0, 1)));
            answer(ada.session(), "job-b", 0);

            assertThat(frames(events.await("match", 2))).containsExactly("photos/1", "job-b/0");
        }
    }

    private static Role enrollment(String person) {
        return new Role.Enrollment(new PersonId(person), null, Scope.SESSION, false);
    }

    @Test
    void onlyWhatIsAskedForComes_filtered() {
        try (var events = listen(ada, MATCHES + "?source=door&person=lin&decision=match")) {
            answer(ada.session(), "camera", 0);
            topics.answer(TestAnswers.match(ada.session(), "door", 0, TestAnswers.unknown(0, 1)));
            answer(ada.session(), "door", 1);

            assertThat(frames(events.await("match", 1))).containsExactly("door/1");
        }
        assertThat(client.as(ada.reveal()).get(MATCHES + "?decision=maybe").problem())
                .isEqualTo("400 BAD_REQUEST");
    }

    @Test
    void markOfASession_endsItsStreams_itsSecretAndItsOldMatches_alsoAfterARestart() {
        var began = Instant.now();
        answer(ada.session(), "camera", 0);
        try (var adas = listen(ada, MATCHES + "?from=" + began)) {
            adas.await("match", 1);

            topics.mark(ada.session());

            adas.awaitEnd();
        }
        assertThat(client.as(ada.reveal()).get(MATCHES).problem()).isEqualTo("401 BAD_TOKEN");
        answer(bob.session(), "door", 0);
        try (var admins = TestEvents.open(client.as(ADMIN), MATCHES + "?from=" + began)) {
            assertThat(frames(admins.await("match", 1))).containsExactly("door/0");
        }

        server.close();
        api.close();
        open();

        assertThat(client.as(ada.reveal()).get(MATCHES).problem()).isEqualTo("401 BAD_TOKEN");
        assertThat(client.as(bob.reveal()).get("/api/v1/session").status()).isEqualTo(200);
    }

    @Test
    void streamsEnd_sessionEndsOrApiCloses() {
        topics.begin(ada.session());
        try (var adas = listen(ada, MATCHES);
                var bobs = listen(bob, MATCHES)) {
            topics.end(ada.session());

            adas.awaitEnd();
            answer(bob.session(), "camera", 0);
            assertThat(bobs.await("match", 1)).hasSize(1);

            var before = System.nanoTime();
            api.close();
            assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
            bobs.awaitEnd();
        }
    }

    private static List<String> ids(List<Event> events) {
        return events.stream().map(Event::id).toList();
    }

    private static List<String> frames(List<Event> events) {
        return events.stream()
                .map(event -> event.data().at("/facts/id").asText())
                .toList();
    }
}
