package io.faceline.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TopicsMainTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void topicsAreMade_exitCodeIsZero() throws Exception {
        var kafka = BROKER.settings();

        var exitCode = run(kafka, "3");

        assertThat(exitCode).isZero();
        try (var admin = BROKER.admin()) {
            var names = kafka.topics().all().stream().map(Topic::name).toList();
            assertThat(admin.listTopics().names().get()).containsAll(names);
        }
    }

    @Test
    void exitCodeIsTwo_topicsHaveOtherPartitions() {
        var kafka = BROKER.settings();
        run(kafka, "3");

        assertThat(run(kafka, "4")).isEqualTo(2);
    }

    @Test
    void exitCodeIsTwo_settingInvalid() {
        assertThat(run(BROKER.settings(), "none")).isEqualTo(2);
    }

    private static int run(KafkaSettings kafka, String partitions) {
        return TopicsMain.run(Map.of(
                "FACELINE_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "FACELINE_TOPIC_PREFIX",
                kafka.topicPrefix(),
                "FACELINE_REPLICATION_FACTOR",
                "1",
                "FACELINE_LANE_PARTITIONS",
                partitions));
    }
}
