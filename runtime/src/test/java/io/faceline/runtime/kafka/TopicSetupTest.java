package io.faceline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class TopicSetupTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    @Test
    void topicsHavePartitionsAndConfig_newKafka() throws Exception {
        var kafka = BROKER.settings();

        TopicSetup.ensure(kafka);

        var frames = kafka.topics().people();
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, frames.name());
        try (var admin = BROKER.admin()) {
            var names = kafka.topics().all().stream().map(Topic::name).toList();
            assertThat(admin.describeTopics(names).allTopicNames().get()).hasSize(names.size());
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(config.get("max.message.bytes").value()).isEqualTo(Integer.toString(Topics.MAX_RECORD_BYTES));
        }
    }

    @Test
    void missingTopicsAreMade_othersExist() throws Exception {
        var kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        try (var admin = BROKER.admin()) {
            var matches = kafka.topics().matches().name();
            admin.deleteTopics(List.of(matches)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(matches));

            TopicSetup.ensure(kafka);

            assertThat(admin.listTopics().names().get()).contains(matches);
        }
    }

    @Test
    void clientNamesMissingTopics_andCreatesNone() throws Exception {
        var kafka = BROKER.settings();
        var matches = kafka.topics().matches().name();

        assertThatThrownBy(() -> TopicSetup.verify(kafka))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(matches)
                .hasMessageContaining("FACELINE_TOPIC_PREFIX");

        try (var admin = BROKER.admin()) {
            assertThat(admin.listTopics().names().get()).noneMatch(name -> name.startsWith(kafka.topicPrefix()));
        }
        TopicSetup.ensure(kafka);
        TopicSetup.verify(kafka);
    }

    @Test
    void startIsRefused_topicHasOtherPartitions() {
        var before = BROKER.settings();
        TopicSetup.ensure(before);
        var now = new KafkaSettings(
                before.bootstrapServers(),
                before.topicPrefix(),
                new PartitionCounts(1, 2),
                before.replicationFactor(),
                before.stateFolder(),
                before.instanceId(),
                before.clientProperties());

        assertThatThrownBy(() -> TopicSetup.ensure(now))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(" has 1 partitions, expected 2")
                .hasMessageContaining("set FACELINE_SESSION_PARTITIONS=1");
    }

    @Test
    void startIsRefused_noBrokerAnswers() {
        var kafka = new KafkaSettings(
                "127.0.0.1:1", "x.", PartitionCounts.DEFAULT, (short) 1, Path.of("x"), "test", Map.of());

        assertThatThrownBy(() -> TopicSetup.ensure(kafka, Duration.ofMillis(10)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("no Kafka broker responds at FACELINE_BOOTSTRAP_SERVERS=127.0.0.1:1");
    }
}
