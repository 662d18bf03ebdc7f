package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.enrollment;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.face.Candidate;
import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.person.TestReferences;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RawProducer;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.runtime.topics.TopicSetup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a real broker: the state of the matcher after a restart, and on another instance. */
@Tag("slow")
class MatcherRestartTest {
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
    void galleryAndEnrollments_areCompleteBeforeTheFirstAnswerAfterARestart() {
        long version;
        try (var matcher = startMatcher(kafka)) {
            for (var i = 0; i < 10; i++) {
                var session = i < 5 ? SessionId.SHARED : ANNA;
                var answer = client.ask(enrollment("e/" + i, session, "p" + i, human(i)));
                assertThat(answer.enrollment().isAccepted()).isTrue();
            }
            client.poison(kafka.topics().gallery().name(), "r");
            client.poison(kafka.topics().people().name(), "p");
            client.send(kafka.topics().gallery(), "other-key", TestReferences.reference("r", "eve", human(11)));
            assertThat(client.ask(new Change.DeletePerson("c1", SessionId.SHARED, new PersonId("p0")))
                            .error())
                    .isNull();
            assertThat(client.ask(new Change.DeletePerson("c2", ANNA, new PersonId("p9")))
                            .error())
                    .isNull();
            version = client.ask(new Change.RenamePerson("c3", SessionId.SHARED, new PersonId("p1"), "Eve"))
                    .galleryVersion();
            assertThat(matcher.health().live()).isTrue();
        }

        client.poison(kafka.topicPrefix() + "matcher-enrollments-changelog", "bert");
        var first = probe("p/first", ANNA, human(8));
        client.send(first);
        try (var matcher = startMatcher(kafka)) {
            assertThat(client.answer(first).galleryVersion()).isGreaterThanOrEqualTo(version);
            assertThat(client.ask(probe("p/bert", new SessionId("bert"), human(1)))
                            .outcome())
                    .isInstanceOf(Outcome.Made.class);
            for (var i = 1; i < 9; i++) {
                assertThat(resolve("again" + i, human(i))).startsWith("p" + i);
            }
            assertThat(resolve("p0", human(0))).isNotEmpty().doesNotContain("p0");
            assertThat(resolve("p9", human(9))).isNotEmpty().doesNotContain("p9");
            var replayed = client.ask(enrollment("e/0", SessionId.SHARED, "p0", human(0)));
            assertThat(replayed.enrollment().isAccepted()).isFalse();
            assertThat(matcher.health().live()).isTrue();
        }
    }

    @Test
    void matcherAnswers_recordsOfSharedTopicsWithoutATimestamp() {
        var topics = kafka.topics();
        sendWithoutTimestamp(topics.people(), "garbage");
        try (var matcher = startMatcher(kafka)) {
            sendWithoutTimestamp(topics.gallery(), "garbage");
            sendWithoutTimestamp(topics.people(), "garbage");

            assertThat(client.ask(enrollment("e/1", SessionId.SHARED, "eve", human(2)))
                            .enrollment()
                            .isAccepted())
                    .isTrue();
            assertThat(matcher.health().live()).isTrue();
        }
    }

    private void sendWithoutTimestamp(Topic<?> topic, String value) {
        try (var producer = new RawProducer(kafka)) {
            var key = "strange".getBytes(StandardCharsets.UTF_8);
            producer.send(topic.name(), 0, key, value.getBytes(StandardCharsets.UTF_8), new RecordHeaders(), -1);
        }
    }

    @Test
    void sessions_moveToAnotherInstanceWithAllTheyHave() {
        var leaving = startMatcher(kafka);
        client.ask(enrollment("e/1", ANNA, "ada", human(1)));
        client.ask(enrollment("e/2", SessionId.SHARED, "eve", human(2)));

        try (var staying = startMatcher(TestBroker.anotherInstance(kafka, "two"))) {
            leaving.close();
            var more = client.ask(enrollment("e/3", ANNA, "ada", human(1, 0.9)));

            assertThat(more.enrollment().isAccepted()).isTrue();
            assertThat(resolve("1", human(1))).startsWith("ada");
            assertThat(resolve("2", human(2))).startsWith("eve");
            assertThat(staying.health().live()).isTrue();
        }
    }

    private List<String> resolve(String frame, Embedding embedding) {
        return Driver.identification(client.ask(probe("q/" + frame, ANNA, embedding))).candidates().stream()
                .map(Candidate::person)
                .map(PersonId::value)
                .toList();
    }

    private static StreamsService startMatcher(KafkaSettings kafka) {
        var matcher = MatcherMain.service(kafka, List.of(MatcherFixtures.FACTS), MatcherFixtures.SETTINGS);
        matcher.start();
        matcher.awaitRunning(TIMEOUT);
        return matcher;
    }
}
