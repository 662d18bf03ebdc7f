package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.runtime.topics.TopicSetup;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a real broker: merges can be undone and sessions expire after a restart of the matcher. */
@Tag("slow")
class ChangesRestartTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 2));
    private Client client;

    @BeforeEach
    void start() {
        TopicSetup.ensure(kafka);
        client = new Client(kafka);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void merge_isUndoneAfterARestart_andStaysSo() {
        try (var matcher = startMatcher(Map.of())) {
            for (var session : List.of(ANNA, SessionId.SHARED)) {
                client.ask(enrollment(session + "/1", session, "a-" + session, human(1)));
                client.ask(enrollment(session + "/2", session, "b-" + session, human(2)));
                apply(new Change.MergePeople("m-" + session, session, id("a", session), id("b", session)));
                assertThat(resolve("merged", session, human(1))).isEqualTo("b-" + session);
            }
            assertThat(matcher.health().live()).isTrue();
        }

        for (var run = 0; run < 2; run++) {
            try (var matcher = startMatcher(Map.of())) {
                for (var session : List.of(ANNA, SessionId.SHARED)) {
                    apply(new Change.UnmergePeople("u" + run + session, session, id("a", session)));
                    assertThat(resolve("a" + run, session, human(1))).isEqualTo("a-" + session);
                    assertThat(resolve("b" + run, session, human(2))).isEqualTo("b-" + session);
                }
                assertThat(matcher.health().live()).isTrue();
            }
        }
    }

    @Test
    void session_expiresAfterARestart() {
        var shortExpiry = Map.of("FACELINE_SESSION_EXPIRY", "1s");
        try (var matcher = startMatcher(Map.of())) {
            client.ask(enrollment("e/1", ANNA, "ada", human(1)));
            assertThat(matcher.health().live()).isTrue();
        }
        var people = new ConcurrentHashMap<String, Optional<Person>>();
        var sessions = new ConcurrentHashMap<String, Optional<?>>();

        try (var matcher = startMatcher(shortExpiry);
                var readPeople = latest(kafka.topics().people(), people);
                var readSessions = latest(kafka.topics().sessions(), sessions)) {
            await().atMost(TIMEOUT)
                    .until(() -> people.get("ada").filter(Person::deleted).isPresent()
                            && sessions.get(ANNA.value()).isEmpty());
            assertThat(readPeople.health().live()).isTrue();
            assertThat(readSessions.health().live()).isTrue();
            assertThat(matcher.health().live()).isTrue();
        }
        try (var matcher = startMatcher(Map.of())) {
            assertThat(candidates("later", ANNA, human(1))).isEmpty();
            assertThat(matcher.health().live()).isTrue();
        }
    }

    private <V> TopicReader<V> latest(Topic<V> topic, Map<String, ? super Optional<V>> target) {
        var reader = new TopicReader<>(
                kafka, topic, StartOffset.EARLIEST, read -> target.put(read.key(), Optional.ofNullable(read.value())));
        reader.start();
        reader.awaitCaughtUp(TIMEOUT);
        return reader;
    }

    private void apply(Change change) {
        assertThat(client.ask(change).error()).isNull();
    }

    private String resolve(String frame, SessionId session, Embedding embedding) {
        return candidates(frame, session, embedding).get(0);
    }

    private List<String> candidates(String frame, SessionId session, Embedding embedding) {
        var match = client.ask(probe(frame + "-" + session, session, embedding));
        return Driver.identification(match).candidates().stream()
                .map(candidate -> candidate.person().value())
                .toList();
    }

    private static PersonId id(String person, SessionId session) {
        return new PersonId(person + "-" + session);
    }

    private StreamsService startMatcher(Map<String, String> environment) {
        var matcher = MatcherMain.service(kafka, List.of(MatcherFixtures.FACTS), MatcherFixtures.settings(environment));
        matcher.start();
        matcher.awaitRunning(TIMEOUT);
        return matcher;
    }
}
