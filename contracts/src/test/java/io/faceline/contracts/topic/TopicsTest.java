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

    /** Otherwise whoever writes fast enough fills the disk before the retention time has passed. */
    @Test
    void bytesOfAllTopicsThatAreDeletedFrom_areWithinTheBudget() {
        var budget = new TopicBudget(40L << 30, new PartitionCounts(8, 3));
        var deletedFrom = new Topics("x.", Retention.DEFAULT, budget)
                .all().stream()
                        .filter(topic -> topic.config().containsKey("retention.ms"))
                        .toList();

        var most = deletedFrom.stream()
                .mapToLong(topic -> (bytes(topic, "retention.bytes") + bytes(topic, "segment.bytes"))
                        * budget.partitions().of(topic.spread()))
                .sum();

        assertThat(most).isBetween(39L << 30, 40L << 30);
        assertThat(deletedFrom).hasSize(23).allSatisfy(topic -> assertThat(bytes(topic, "segment.bytes"))
                .isGreaterThan(Topics.MAX_RECORD_BYTES));
    }

    @Test
    void partitionKeepsSomeRecords_budgetIsSmall() {
        var smallest = new Topics("x.", Retention.DEFAULT, new TopicBudget(1L << 30, new PartitionCounts(100, 100)));

        assertThat(smallest.changes().config())
                .containsEntry("segment.bytes", "33554432")
                .containsEntry("retention.bytes", "33554432");
    }

    private static long bytes(Topic<?> topic, String setting) {
        return Long.parseLong(topic.config().get(setting));
    }

    @Test
    void retention_isOnlyOfTopicsThatAreDeletedFrom() {
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.config().containsKey("retention.ms"))
                .as(topic.name())
                .isEqualTo(topic.config().get("cleanup.policy").contains("delete")));
    }
}
