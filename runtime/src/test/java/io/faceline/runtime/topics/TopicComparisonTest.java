package io.faceline.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {
    private static final Topics TOPICS = new Topics("x.");

    @Test
    void nothingDiffers_topicIsAsCreated() {
        assertThat(TOPICS.all())
                .allSatisfy(topic -> assertThat(differences(topic, Map.of())).isEmpty());
    }

    @Test
    void everySettingThatMattersIsCompared() {
        var actual = Map.of(
                "cleanup.policy", "compact",
                "retention.ms", "1",
                "segment.ms", "2",
                "max.message.bytes", "3",
                "message.timestamp.type", "CreateTime",
                "min.insync.replicas", "4");

        assertThat(differences(TOPICS.matches(), actual))
                .extracting(TopicDifference::toString)
                .containsExactly(
                        "cleanup.policy=compact instead of delete",
                        "retention.ms=1 instead of 604800000",
                        "segment.ms=2 instead of 3600000",
                        "max.message.bytes=3 instead of 16777216",
                        "message.timestamp.type=CreateTime instead of LogAppendTime");
        assertThat(differences(TOPICS.people(), Map.of("max.compaction.lag.ms", "5")))
                .hasToString("[max.compaction.lag.ms=5 instead of 3600000]");
    }

    @Test
    void nothingDiffers_topicTakesLargerRecords() {
        assertThat(differences(TOPICS.matches(), Map.of("max.message.bytes", "20000000")))
                .isEmpty();
    }

    @Test
    void recordsAreLost_compactedTopicIsAlsoDeletedFrom() {
        assertThat(differences(TOPICS.gallery(), Map.of("cleanup.policy", "compact,delete")))
                .allMatch(TopicDifference::losesRecords);
        assertThat(differences(TOPICS.matches(), Map.of("cleanup.policy", "compact")))
                .noneMatch(TopicDifference::losesRecords);
    }

    private static List<TopicDifference> differences(Topic<?> topic, Map<String, String> changed) {
        var actual = new HashMap<>(topic.config());
        actual.putAll(changed);
        return TopicComparison.of(topic, actual);
    }
}
