package io.faceline.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics("x.");

    @Test
    void timeOfRecords_isTheBrokers() {
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.config())
                .as(topic.name())
                .containsEntry("message.timestamp.type", "LogAppendTime"));
    }

    @Test
    void retention_isOnlyOfTopicsThatAreDeletedFrom() {
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.config().containsKey("retention.ms"))
                .as(topic.name())
                .isEqualTo("delete".equals(topic.config().get("cleanup.policy"))));
    }
}
