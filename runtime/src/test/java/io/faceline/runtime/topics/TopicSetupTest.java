package io.faceline.runtime.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
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

        assertThatThrownBy(() -> TopicSetup.ensure(
                        kafka, TopicMode.CREATE, kafka.topics().all(), false, Duration.ofMillis(10)))
                .isInstanceOf(SettingsException.class)
                .hasMessage("no Kafka broker responds at FACELINE_BOOTSTRAP_SERVERS=127.0.0.1:1");
    }

    @Test
    void startIsRefusedWithTheMend_peopleWouldBeDeleted() throws Exception {
        var kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        var people = kafka.topics().people().name();
        alter(people, "cleanup.policy", "delete");

        assertThatThrownBy(() -> TopicSetup.ensure(kafka))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        people + " loses records that must stay: cleanup.policy=delete instead of compact")
                .hasMessageContaining("kafka-configs.sh --bootstrap-server " + kafka.bootstrapServers()
                        + " --alter --entity-type topics --entity-name " + people
                        + " --add-config cleanup.policy=compact");
    }

    @Test
    void topicsOfAnEarlierVersionAreMended_brokerIsOwn() throws Exception {
        var kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        var topic = kafka.topics().matches().name();
        alter(topic, "message.timestamp.type", "CreateTime");
        alter(topic, "segment.ms", "1000000");
        alter(topic, "retention.ms", "999999999999");
        alter(topic, "retention.bytes", "-1");

        TopicSetup.ensureOwn(kafka);

        assertThat(config(topic, "message.timestamp.type")).isEqualTo("LogAppendTime");
        assertThat(config(topic, "segment.ms")).isEqualTo("3600000");
        assertThat(config(topic, "retention.bytes"))
                .as("the disk has to hold it")
                .isEqualTo(kafka.topics().matches().config().get("retention.bytes"));
        assertThat(config(topic, "retention.ms")).as("it would delete records").isEqualTo("999999999999");
    }

    @Test
    void topicStaysAsItIs_brokerIsOfOthers() throws Exception {
        var kafka = BROKER.settings();
        TopicSetup.ensure(kafka);
        var topic = kafka.topics().matches().name();
        alter(topic, "message.timestamp.type", "CreateTime");

        TopicSetup.ensure(kafka);

        assertThat(config(topic, "message.timestamp.type")).isEqualTo("CreateTime");
    }

    @Test
    void nothingIsCreated_verify() throws Exception {
        var kafka = BROKER.settings();
        var jobs = kafka.topics().jobs();

        assertThatThrownBy(() -> TopicSetup.ensure(kafka, TopicMode.VERIFY, List.of(jobs)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("kafka-topics.sh --bootstrap-server " + kafka.bootstrapServers()
                        + " --create --topic " + jobs.name() + " --partitions 1 --replication-factor 1 --config"
                        + " cleanup.policy=compact");
        try (var admin = BROKER.admin()) {
            assertThat(admin.listTopics().names().get()).doesNotContain(jobs.name());
        }
    }

    @Test
    void onlyTheTopicsOfTheServiceAreCreated() throws Exception {
        var kafka = BROKER.settings();

        TopicSetup.ensure(kafka, TopicMode.CREATE, List.of(kafka.topics().jobs()));

        try (var admin = BROKER.admin()) {
            assertThat(admin.listTopics().names().get())
                    .filteredOn(name -> name.startsWith(kafka.topicPrefix()))
                    .containsExactly(kafka.topics().jobs().name());
        }
    }

    private static void alter(String topic, String name, String value) throws Exception {
        try (var admin = BROKER.admin()) {
            var change = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource(topic), List.of(change)))
                    .all()
                    .get();
            await().until(() -> value.equals(config(topic, name)));
        }
    }

    private static String config(String topic, String name) throws Exception {
        try (var admin = BROKER.admin()) {
            var config = admin.describeConfigs(List.of(resource(topic))).all().get();
            return config.get(resource(topic)).get(name).value();
        }
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
