package io.faceline.runtime.streams;

import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers;

/**
 * The configuration of every Streams application, also in topology tests. The settings' own client properties take
 * precedence.
 */
public final class StreamsProperties {
    private static final long COMMIT_INTERVAL_MILLIS = 1_000;
    /** How long readers of committed records wait at most for an answer nobody asked to commit. */
    static final Duration TRANSACTION = Duration.ofMillis(100);

    /** Readers of committed records wait that long for a transaction of an instance that was killed. */
    private static final long MAX_TRANSACTION_TIMEOUT_MILLIS = 5_000;

    private static final long MAX_HEARTBEAT_MILLIS = 3_000;
    private static final int HEARTBEATS_PER_SESSION = 3;

    /** Few, since one record may be an image of 8 MiB. FACELINE_KAFKA_MAX_POLL_RECORDS overrides it. */
    private static final int MAX_POLL_RECORDS = 32;

    private StreamsProperties() {}

    /** The application id of a stage, which is also its consumer group. */
    public static String applicationId(KafkaSettings kafka, String name) {
        return kafka.topicPrefix() + name;
    }

    /** @param name of the stage, in the application id and in dead letters */
    public static Map<String, Object> of(String name, KafkaSettings kafka, int threads) {
        return of(name, kafka, threads, BatchingProfile.LOW_LATENCY);
    }

    public static Map<String, Object> of(String name, KafkaSettings kafka, int threads, BatchingProfile batching) {
        var properties = new HashMap<String, Object>();
        identity(properties, name, kafka);
        processing(properties, threads);
        clients(properties);
        membership(properties, kafka);
        batching(properties, batching);
        failures(properties, name, kafka.topics());
        properties.put(KeyPartition.CONFIG, kafka.partitions().session());
        internalTopics(properties, kafka);
        override(properties, kafka.clientProperties());
        return properties;
    }

    /**
     * Overrides of {@link #of} for a stage whose outputs, state and offsets are one transaction.
     *
     * @param commit how long a transaction lasts
     */
    static Map<String, Object> exactlyOnce(KafkaSettings kafka, Duration commit) {
        var overrides = new HashMap<String, Object>();
        overrides.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        overrides.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commit.toMillis());
        // An idle thread waits so long for records before it looks whether its transaction has lasted long enough.
        overrides.put(StreamsConfig.POLL_MS_CONFIG, commit.toMillis() / 2);
        if (!kafka.clientProperties().containsKey(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG)) {
            // The transaction of an instance that was killed must not outlast its session.
            overrides.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) Math.min(
                    MAX_TRANSACTION_TIMEOUT_MILLIS, kafka.sessionTimeout().toMillis()));
        }
        return overrides;
    }

    /**
     * A property without a prefix counts for every kind of client that has it: Kafka Streams itself would prefer our
     * defaults, which have one.
     */
    private static void override(Map<String, Object> properties, Map<String, String> clientProperties) {
        for (var name : clientProperties.keySet()) {
            properties.remove(StreamsConfig.mainConsumerPrefix(name));
            properties.remove(StreamsConfig.consumerPrefix(name));
            properties.remove(StreamsConfig.producerPrefix(name));
        }
        properties.putAll(clientProperties);
    }

    /** The static id of the stage in its group; each thread appends its number. */
    static String groupInstanceId(String name, KafkaSettings kafka) {
        return name + "-" + kafka.instanceId();
    }

    private static void identity(Map<String, Object> properties, String name, KafkaSettings kafka) {
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(kafka, name));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, kafka.stateFolder().toString());
        properties.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, groupInstanceId(name, kafka));
    }

    private static void processing(Map<String, Object> properties, int threads) {
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
        properties.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, AnyTimestamp.class);
        // A cache would delay a session's enrollments on their way to the changelog and downstream.
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(
                StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
    }

    private static void clients(Map<String, Object> properties) {
        var max = Topics.MAX_RECORD_BYTES;
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), max);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), 2 * max);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG), max);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
    }

    /**
     * A member that was killed leaves its work to the others before anybody stops to wait for an answer; one that works on a
     * long record keeps it.
     */
    private static void membership(Map<String, Object> properties, KafkaSettings kafka) {
        var session = kafka.sessionTimeout().toMillis();
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) session);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, (int)
                Math.min(MAX_HEARTBEAT_MILLIS, session / HEARTBEATS_PER_SESSION));
        properties.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG), (int)
                kafka.pollInterval().toMillis());
    }

    private static void batching(Map<String, Object> properties, BatchingProfile batching) {
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), batching.lingerMillis());
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), batching.batchBytes());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MIN_BYTES_CONFIG), batching.minFetchBytes());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG),
                batching.maxFetchWaitMillis());
        if (batching == BatchingProfile.FRESHNESS) {
            properties.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                    batching.maxFetchBytes());
            properties.put(
                    StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                    batching.maxPollRecords());
        }
    }

    @SuppressWarnings("deprecation") // Without the flag a bad record in a global store stops the application.
    private static void failures(Map<String, Object> properties, String name, Topics topics) {
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableRecordHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnsendableRecordHandler.class);
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                topics.deadLetters().name());
        properties.put(DeadLetters.STAGE_CONFIG, name);
    }

    private static void internalTopics(Map<String, Object> properties, KafkaSettings kafka) {
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) kafka.replicationFactor());
        // Changelogs contain the same data as the compacted topics and must delete it as soon. Streams sets the policy.
        kafka.topics().people().config().forEach((name, value) -> {
            if (!"cleanup.policy".equals(name)) {
                properties.put(StreamsConfig.topicPrefix(name), value);
            }
        });
    }
}
