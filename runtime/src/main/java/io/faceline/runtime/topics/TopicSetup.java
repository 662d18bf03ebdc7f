package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates missing topics and checks existing ones. Partition counts are checked here because Streams silently accepts
 * co-partitioned topics with different counts and then loses joins; the other differences are in {@link TopicCheck}.
 */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final KafkaSettings kafka;
    private final Collection<Topic<?>> topics;
    private final TopicMode mode;
    private final TopicAdmin admin;
    private final TopicCommands commands;

    private TopicSetup(KafkaSettings kafka, Collection<Topic<?>> topics, TopicMode mode, TopicAdmin admin) {
        this.kafka = kafka;
        this.topics = topics;
        this.mode = mode;
        this.admin = admin;
        this.commands = new TopicCommands(kafka);
    }

    /** Sets up all topics, and creates those that are missing. */
    public static void ensure(KafkaSettings kafka) {
        ensure(kafka, TopicMode.CREATE, kafka.topics().all());
    }

    /**
     * Sets up the topics that a process uses. Waits up to a minute for a broker to become available.
     *
     * @throws SettingsException when no broker responds, a right is missing, a topic would lose records that must stay,
     *     the partition count of a topic differs from the settings, or a topic is missing and must not be created
     */
    public static void ensure(KafkaSettings kafka, TopicMode mode, Collection<Topic<?>> topics) {
        ensure(kafka, mode, topics, false, TIMEOUT);
    }

    /**
     * Checks the topics of services that run elsewhere, and creates none: a client would create them with its own
     * settings.
     *
     * @throws SettingsException when no broker responds, a topic is missing, or its partition count differs
     */
    public static void verify(KafkaSettings kafka) {
        var topics = kafka.topics().all();
        try (var admin = new TopicAdmin(kafka, TIMEOUT)) {
            var setup = new TopicSetup(kafka, topics, TopicMode.VERIFY, admin);
            var existing = admin.describe(topics);
            var missing = setup.missingFrom(existing);
            if (!missing.isEmpty()) {
                throw new SettingsException("Kafka at " + kafka.bootstrapServers() + " does not have the topics "
                        + missing.stream().map(Topic::name).collect(Collectors.joining(", "))
                        + ": start the services there first, or set FACELINE_TOPIC_PREFIX to theirs");
            }
            topics.forEach(topic -> setup.checkPartitions(topic, existing));
        } catch (KafkaException e) {
            throw rejected(kafka, e);
        }
    }

    /** Sets up all topics of a broker that belongs to this process alone, and mends those of an earlier version. */
    public static void ensureOwn(KafkaSettings kafka) {
        ensure(kafka, TopicMode.CREATE, kafka.topics().all(), true, TIMEOUT);
    }

    static void ensure(
            KafkaSettings kafka, TopicMode mode, Collection<Topic<?>> topics, boolean isOwn, Duration timeout) {
        try (var admin = new TopicAdmin(kafka, timeout)) {
            var existing = new TopicSetup(kafka, topics, mode, admin).ensure();
            var check = new TopicCheck(kafka, admin);
            if (isOwn) {
                check.mend(topics, existing);
            } else {
                check.compare(topics, existing);
            }
        } catch (KafkaException e) {
            throw rejected(kafka, e);
        }
    }

    private static SettingsException rejected(KafkaSettings kafka, KafkaException e) {
        return new SettingsException(
                "Kafka at " + kafka.bootstrapServers() + " rejected the request: " + e.getMessage(), e);
    }

    /** The topics that were there before. */
    private Map<String, TopicDescription> ensure() {
        var before = admin.describe(topics);
        var existing = new HashMap<>(before);
        while (existing.size() < topics.size()) {
            if (admin.isOverdue()) {
                throw new SettingsException(
                        "Kafka at " + kafka.bootstrapServers() + " does not list the topics it created");
            }
            create(missingFrom(existing));
            // Repeated until the broker lists them: Streams fails on a source topic it cannot see.
            existing.putAll(admin.describe(topics));
        }
        topics.forEach(topic -> checkPartitions(topic, existing));
        return before;
    }

    private List<Topic<?>> missingFrom(Map<String, TopicDescription> existing) {
        return topics.stream()
                .filter(topic -> !existing.containsKey(topic.name()))
                .collect(Collectors.toUnmodifiableList());
    }

    private void create(List<Topic<?>> missing) {
        if (mode == TopicMode.VERIFY) {
            throw new SettingsException("FACELINE_TOPICS=verify: " + missing.size()
                    + " topics are missing; create them with\n"
                    + missing.stream().map(commands::create).collect(Collectors.joining("\n")));
        }
        admin.create(missing.stream().map(this::asNewTopic).toList());
        LOG.debug("event=topics_created count={}", missing.size());
    }

    private NewTopic asNewTopic(Topic<?> topic) {
        var replicas = kafka.replicationFactor() < 0 ? Optional.<Short>empty() : Optional.of(kafka.replicationFactor());
        return new NewTopic(topic.name(), Optional.of(expected(topic)), replicas).configs(topic.config());
    }

    private void checkPartitions(Topic<?> topic, Map<String, TopicDescription> existing) {
        var description = existing.get(topic.name());
        var actual = description == null ? 0 : description.partitions().size();
        if (actual != expected(topic)) {
            throw new SettingsException(
                    PartitionMismatch.message(topic, actual, expected(topic), commands.addPartitions(topic)));
        }
    }

    private int expected(Topic<?> topic) {
        return kafka.partitions().of(topic.spread());
    }
}
