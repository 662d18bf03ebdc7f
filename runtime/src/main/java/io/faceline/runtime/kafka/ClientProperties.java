package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;

/** Properties of plain Kafka clients. The settings' own client properties take precedence. */
public final class ClientProperties {
    /** After which a member of a group that asks for no records counts as hung. */
    static final Duration MAX_POLL_INTERVAL = Duration.ofSeconds(15);

    /** Shorter than that of stages: what a member owned is to be taken over, opened and at work within 15 s. */
    private static final Duration MEMBER_SESSION = Duration.ofSeconds(8);

    private static final long MAX_HEARTBEAT_MILLIS = 2_000;
    private static final int HEARTBEATS_PER_SESSION = 3;
    private static final int MAX_BLOCK_MILLIS = 10_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 60_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 30_000;
    private static final int PRODUCER_MEMORY_BYTES = 64 * 1024 * 1024;

    private ClientProperties() {}

    public static Map<String, Object> admin(KafkaSettings kafka) {
        return with(kafka, Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "faceline-admin-" + kafka.instanceId()));
    }

    public static Map<String, Object> producer(KafkaSettings kafka, String clientId, BatchingProfile batching) {
        return with(
                kafka,
                Map.of(
                        ProducerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ProducerConfig.LINGER_MS_CONFIG,
                        batching.lingerMillis(),
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        batching.batchBytes(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.MAX_RECORD_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        PRODUCER_MEMORY_BYTES,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        MAX_BLOCK_MILLIS,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        REQUEST_TIMEOUT_MILLIS,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        DELIVERY_TIMEOUT_MILLIS));
    }

    /** A consumer without a group that commits no offsets, and reads committed transactions only. */
    public static Map<String, Object> reader(KafkaSettings kafka, String clientId) {
        return reader(kafka, clientId, IsolationLevel.READ_COMMITTED);
    }

    static Map<String, Object> reader(KafkaSettings kafka, String clientId, IsolationLevel isolation) {
        return with(
                kafka,
                Map.of(
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString().toLowerCase(Locale.ROOT),
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        2 * Topics.MAX_RECORD_BYTES,
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                        Topics.MAX_RECORD_BYTES));
    }

    /**
     * A consumer of a group that shares partitions and commits no offsets. A member that is killed or frozen loses its
     * partitions after the session timeout, one that asks for no records after {@link #MAX_POLL_INTERVAL}.
     */
    public static Map<String, Object> member(KafkaSettings kafka, String clientId, String group) {
        var session = memberSession(kafka).toMillis();
        var properties = new HashMap<>(Map.<String, Object>of(
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                (int) session,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                (int) Math.min(MAX_HEARTBEAT_MILLIS, session / HEARTBEATS_PER_SESSION)));
        properties.putAll(reader(kafka, clientId));
        // That of the environment is for stages, which work on one record for long.
        properties.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) MAX_POLL_INTERVAL.toMillis());
        return properties;
    }

    /** After which a member that is killed loses its partitions, unless the settings name another time. */
    public static Duration memberSession(KafkaSettings kafka) {
        return kafka.clientProperties().containsKey(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG)
                ? kafka.sessionTimeout()
                : MEMBER_SESSION;
    }

    private static Map<String, Object> with(KafkaSettings kafka, Map<String, Object> defaults) {
        var properties = new HashMap<>(defaults);
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.putAll(kafka.clientProperties());
        return properties;
    }
}
