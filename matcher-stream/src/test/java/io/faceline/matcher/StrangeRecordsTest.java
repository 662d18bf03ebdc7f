package io.faceline.matcher;

import static io.faceline.contracts.face.TestEmbeddings.human;
import static io.faceline.matcher.MatcherFixtures.ANNA;
import static io.faceline.matcher.MatcherFixtures.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.change.Change;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.hostile.StrangeRecords;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.StartPosition;
import io.faceline.runtime.streams.StrangeInput;
import io.faceline.runtime.streams.TestGuards;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is written to the matcher's topics ends as an answer or as a dead letter, and the next good frame is matched. */
@Tag("slow")
class StrangeRecordsTest {
    private static final Topics TOPICS = StrangeInput.KAFKA.topics();
    private static final MatcherSettings SETTINGS = MatcherFixtures.settings(Map.of("FACELINE_GALLERY_WAIT", "1ms"));

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void everyRecordEnds_random(int partitions) {
        var random = new Random(StrangeRecords.SEED);
        var topics = List.<Topic<?>>of(TOPICS.embeddings(), TOPICS.changes(), TOPICS.gallery(), TOPICS.people());
        var records = topics.stream()
                .map(topic -> new StrangeRecords(topic, StrangeRecords.SEED))
                .toList();
        try (var input = input(TestGuards.sessionPartitions(partitions))) {
            for (var i = 0; i < StrangeRecords.COUNT; i++) {
                var of = random.nextInt(topics.size());
                var strange = records.get(of).next();
                if (of < 2) {
                    input.send(topics.get(of), strange);
                    assertThat(ends(input))
                            .as("record %s of seed %s", i, StrangeRecords.SEED)
                            .isPositive();
                } else {
                    input.sendTimed(topics.get(of), strange);
                }
            }
            var session = sessionOfPartitionZero(partitions);
            input.send(TOPICS.embeddings(), session.value(), probe("p/1", session, human(1)));

            assertThat(input.taken(TOPICS.matches())).isEqualTo(1);
        }
    }

    @Test
    void frameFails_matcherEndedTwiceDuringIt() {
        try (var input = input(TestGuards.endedTwiceDuring(TOPICS.embeddings(), 0))) {
            input.send(TOPICS.embeddings(), ANNA.value(), probe("p/1", ANNA, human(1)));

            assertThat(input.read(TOPICS.matches()).outcome()).isEqualTo(Outcome.failedInternally());
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
            input.send(TOPICS.embeddings(), ANNA.value(), probe("p/2", ANNA, human(1)));
            assertThat(input.read(TOPICS.matches()).outcome()).isInstanceOf(Outcome.Made.class);
        }
    }

    @Test
    void changeFails_matcherEndedTwiceDuringIt() {
        try (var input = input(TestGuards.endedTwiceDuring(TOPICS.changes(), 0))) {
            input.send(TOPICS.changes(), ANNA.value(), new Change.KeepAlive("c1", ANNA));

            var answer = input.read(TOPICS.changeAnswers());
            assertThat(answer.changeId()).isEqualTo("c1");
            assertThat(answer.error()).contains("INTERNAL");
            assertThat(input.taken(TOPICS.deadLetters())).isEqualTo(1);
        }
    }

    @Test
    void recordIsADeadLetter_wrongPartition() {
        try (var input = input(TestGuards.sessionPartitions(4))) {
            Stream.of("session-1", "session-2", "session-3", "session-4", "session-5", "session-6", "session-7")
                    .map(SessionId::new)
                    .forEach(session ->
                            input.send(TOPICS.changes(), session.value(), new Change.KeepAlive("c", session)));

            var letters = input.taken(TOPICS.deadLetters());
            assertThat(letters).isPositive();
            assertThat(input.taken(TOPICS.changeAnswers())).isPositive().isEqualTo(7 - letters);
        }
    }

    private static SessionId sessionOfPartitionZero(int partitions) {
        return IntStream.range(0, 100)
                .mapToObj(number -> "session-" + number)
                .filter(key -> StartPosition.partitionOf(key, partitions) == 0)
                .map(SessionId::new)
                .findFirst()
                .orElseThrow();
    }

    private static int ends(StrangeInput input) {
        return input.taken(TOPICS.matches()) + input.taken(TOPICS.changeAnswers()) + input.taken(TOPICS.deadLetters());
    }

    private static StrangeInput input(Map<String, Object> properties) {
        var topology = MatcherTopology.build(
                TOPICS, List.of(MatcherFixtures.FACTS), SETTINGS, new MatcherMetrics(), ReadFences::outbox);
        return new StrangeInput(topology, "matcher", properties);
    }
}
