package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Retention;
import io.faceline.contracts.topic.TopicBudget;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.property.ClientPropertyRules;
import io.faceline.runtime.kafka.property.PollInterval;
import io.faceline.runtime.kafka.property.SessionTimeout;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Kafka cluster, topics and state of a service.
 *
 * @param topicPrefix prefix of every topic and application id, so that several installations can share a cluster
 * @param replicationFactor of created topics; -1 for the broker's default
 * @param stateFolder state directory of Kafka Streams
 * @param instanceId identifies this process among the instances of a stage; stable across restarts, which avoids a
 *     rebalance
 * @param clientProperties passed unchanged to every Kafka client, such as {@code security.protocol}
 * @param retention of created topics
 * @param topicBytes of all topics with a retention time together
 * @param recordTimeout how long a stage may work on one record before it counts as hung
 */
public record KafkaSettings(
        String bootstrapServers,
        String topicPrefix,
        PartitionCounts partitions,
        short replicationFactor,
        Path stateFolder,
        String instanceId,
        Map<String, String> clientProperties,
        Retention retention,
        long topicBytes,
        Duration recordTimeout) {
    /** Above everything that a record may wait for. */
    private static final Duration DEFAULT_RECORD_TIMEOUT = Duration.ofSeconds(60);

    private static final int MAX_PARTITIONS = 1000;
    private static final String CLIENT_PROPERTY = "FACELINE_KAFKA_";

    public KafkaSettings {
        clientProperties = Map.copyOf(clientProperties);
    }

    /** Settings with the default retention, topic bytes and record timeout. */
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
                Retention.DEFAULT,
                TopicBudget.DEFAULT_BYTES,
                DEFAULT_RECORD_TIMEOUT);
    }

    public static KafkaSettings from(Settings settings) {
        var recordTimeout = settings.duration("FACELINE_RECORD_TIMEOUT", DEFAULT_RECORD_TIMEOUT);
        return new KafkaSettings(
                BootstrapServers.from(settings),
                topicPrefix(settings),
                partitions(settings),
                (short) settings.integer("FACELINE_REPLICATION_FACTOR", -1, -1, Short.MAX_VALUE),
                settings.folder(
                        "FACELINE_STATE_FOLDER", Path.of(System.getProperty("java.io.tmpdir"), "faceline-state")),
                settings.text("FACELINE_INSTANCE_ID", hostname(settings)),
                clientProperties(settings, recordTimeout),
                retention(settings),
                settings.bytes(
                        "FACELINE_TOPIC_BYTES", TopicBudget.DEFAULT_BYTES, TopicBudget.MIN_BYTES, Long.MAX_VALUE),
                recordTimeout);
    }

    /** How long a thread of a stage may work without asking Kafka for more. */
    public Duration pollInterval() {
        return PollInterval.of(recordTimeout);
    }

    /** The time after which another instance takes over the partitions of one that does not respond. */
    public Duration sessionTimeout() {
        return SessionTimeout.of(clientProperties);
    }

    public Topics topics() {
        return new Topics(topicPrefix, retention, new TopicBudget(topicBytes, partitions));
    }

    public KafkaSettings withRetention(Retention changed) {
        return with(changed, recordTimeout);
    }

    public KafkaSettings withRecordTimeout(Duration changed) {
        return with(retention, changed);
    }

    private KafkaSettings with(Retention changedRetention, Duration changedTimeout) {
        return new KafkaSettings(
                bootstrapServers,
                topicPrefix,
                partitions,
                replicationFactor,
                stateFolder,
                instanceId,
                clientProperties,
                changedRetention,
                topicBytes,
                changedTimeout);
    }

    /** Without the client properties, which may hold a password. */
    @Override
    public String toString() {
        return "KafkaSettings[" + bootstrapServers + ", " + topicPrefix + "]";
    }

    private static Map<String, String> clientProperties(Settings settings, Duration recordTimeout) {
        var properties = settings.properties(CLIENT_PROPERTY);
        ClientPropertyRules.check(CLIENT_PROPERTY, properties);
        var unused = SessionTimeout.of(properties);
        PollInterval.check(properties, recordTimeout);
        ClientPropertyRules.checkValues(CLIENT_PROPERTY, properties);
        return properties;
    }

    private static String topicPrefix(Settings settings) {
        var prefix = settings.text("FACELINE_TOPIC_PREFIX", Topics.DEFAULT_PREFIX);
        if (!prefix.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new SettingsException(
                    "FACELINE_TOPIC_PREFIX must be letters, digits and ._- only, was \"" + prefix + "\"");
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
                settings.duration("FACELINE_ALERT_RETENTION", byDefault.alerts()),
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
