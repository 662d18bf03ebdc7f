package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Retention;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which Kafka, and how we live in it.
 *
 * @param topicPrefix before the name of every topic and application, so that two installations can share one Kafka
 * @param replicationFactor of the topics made; -1 leaves it to the broker
 * @param stateFolder where Streams keeps its files
 * @param instanceId names this process among those that run the same stage; stays the same over a restart, so that the
 *     restart is a matter of moments
 * @param clientProperties handed to every Kafka client as they are, such as {@code security.protocol}
 * @param retention of the topics that are made from now on
 */
public record KafkaSettings(
        String bootstrapServers,
        String topicPrefix,
        PartitionCounts partitions,
        short replicationFactor,
        Path stateFolder,
        String instanceId,
        Map<String, String> clientProperties,
        Retention retention) {
    private static final int MAX_PARTITIONS = 1000;
    private static final String CLIENT_PROPERTY = "FACELINE_KAFKA_";

    public KafkaSettings {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** With topics that keep what they hold as long as they do by default. */
    public KafkaSettings(
            String bootstrapServers,
            String topicPrefix,
            PartitionCounts partitions,
            short replicationFactor,
            Path stateFolder,
            String instanceId,
            Map<String, String> clientProperties) {
        this(
                bootstrapServers,
                topicPrefix,
                partitions,
                replicationFactor,
                stateFolder,
                instanceId,
                clientProperties,
                Retention.DEFAULT);
    }

    public static KafkaSettings from(Settings settings) {
        return new KafkaSettings(
                settings.text("FACELINE_BOOTSTRAP_SERVERS", "localhost:9092"),
                topicPrefix(settings),
                partitions(settings),
                (short) settings.integer("FACELINE_REPLICATION_FACTOR", -1, -1, Short.MAX_VALUE),
                settings.path("FACELINE_STATE_FOLDER", Path.of(System.getProperty("java.io.tmpdir"), "faceline-state")),
                settings.text("FACELINE_INSTANCE_ID", hostname(settings)),
                settings.properties(CLIENT_PROPERTY),
                retention(settings));
    }

    public Topics topics() {
        return new Topics(topicPrefix, retention);
    }

    public KafkaSettings withRetention(Retention changed) {
        return new KafkaSettings(
                bootstrapServers,
                topicPrefix,
                partitions,
                replicationFactor,
                stateFolder,
                instanceId,
                clientProperties,
                changed);
    }

    public KafkaSettings withClientProperties(Map<String, String> changed) {
        return new KafkaSettings(
                bootstrapServers,
                topicPrefix,
                partitions,
                replicationFactor,
                stateFolder,
                instanceId,
                changed,
                retention);
    }

    private static String topicPrefix(Settings settings) {
        var prefix = settings.text("FACELINE_TOPIC_PREFIX", Topics.DEFAULT_PREFIX);
        if (!prefix.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new SettingsException(
                    "FACELINE_TOPIC_PREFIX must be letters, digits and any of ._- alone, was \"" + prefix + "\"");
        }
        return prefix;
    }

    private static PartitionCounts partitions(Settings settings) {
        var byDefault = PartitionCounts.DEFAULT;
        return new PartitionCounts(
                settings.integer("FACELINE_LANE_PARTITIONS", byDefault.lane(), 1, MAX_PARTITIONS),
                settings.integer("FACELINE_SESSION_PARTITIONS", byDefault.session(), 1, MAX_PARTITIONS));
    }

    private static Retention retention(Settings settings) {
        var byDefault = Retention.DEFAULT;
        return new Retention(
                settings.duration("FACELINE_FRAME_RETENTION", byDefault.frames()),
                settings.duration("FACELINE_EMBEDDING_RETENTION", byDefault.embeddings()),
                settings.duration("FACELINE_MATCH_RETENTION", byDefault.matches()),
                settings.duration("FACELINE_COMPACTION_LAG", byDefault.replaced()));
    }

    private static String hostname(Settings settings) {
        return settings.optional("HOSTNAME").orElseGet(KafkaSettings::hostname);
    }

    private static String hostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
