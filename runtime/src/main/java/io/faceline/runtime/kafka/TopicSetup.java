package io.faceline.runtime.kafka;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates missing topics and checks existing ones, with a single request if all exist. Partition counts are checked
 * here because Streams silently accepts co-partitioned topics with different counts and then loses joins.
 */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WARN_AFTER = Duration.ofSeconds(3);

    private final KafkaSettings kafka;
    private final Admin admin;
    private final Instant deadline;
    private boolean warned;

    private TopicSetup(KafkaSettings kafka, Admin admin, Duration timeout) {
        this.kafka = kafka;
        this.admin = admin;
        this.deadline = Instant.now().plus(timeout);
    }

    /**
     * Waits up to a minute for a broker to become available.
     *
     * @throws SettingsException when no broker responds, or the partition count of a topic differs from the settings
     */
    public static void ensure(KafkaSettings kafka) {
        ensure(kafka, TIMEOUT);
    }

    static void ensure(KafkaSettings kafka, Duration timeout) {
        with(kafka, timeout, TopicSetup::ensure);
    }

    /**
     * Checks the topics of services that run elsewhere, and creates none: a client would create them with its own settings.
     *
     * @throws SettingsException when no broker responds, a topic is missing, or its partition count differs from the settings
     */
    public static void verify(KafkaSettings kafka) {
        with(kafka, TIMEOUT, TopicSetup::verify);
    }

    private static void with(KafkaSettings kafka, Duration timeout, Consumer<TopicSetup> work) {
        var admin = Admin.create(ClientProperties.admin(kafka));
        try {
            work.accept(new TopicSetup(kafka, admin, timeout));
        } catch (KafkaException e) {
            throw new SettingsException(
                    "Kafka at " + kafka.bootstrapServers() + " rejected the request: " + e.getMessage(), e);
        } finally {
            // Without a timeout it would wait for responses of an unavailable broker.
            admin.close(Duration.ZERO);
        }
    }

    private void ensure() {
        var existing = describe();
        while (existing.size() < topics().size()) {
            if (Instant.now().isAfter(deadline)) {
                throw new SettingsException(
                        "Kafka at " + kafka.bootstrapServers() + " does not list the topics it created");
            }
            create(missingFrom(existing));
            // Repeated until the broker lists them: Streams fails on a source topic it cannot see.
            existing = describe();
        }
        existing.values().forEach(this::check);
    }

    private void verify() {
        var existing = describe();
        var missing = missingFrom(existing);
        if (!missing.isEmpty()) {
            throw new SettingsException("Kafka at " + kafka.bootstrapServers() + " does not have the topics "
                    + missing.stream().map(Topic::name).collect(Collectors.joining(", "))
                    + ": start the services there first, or set FACELINE_TOPIC_PREFIX to theirs");
        }
        existing.values().forEach(this::check);
    }

    private Map<String, TopicDescription> describe() {
        var names = topics().stream().map(Topic::name).toList();
        var found = new HashMap<String, TopicDescription>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> describe(answer)
                .ifPresent(description -> found.put(name, description)));
        return found;
    }

    private Optional<TopicDescription> describe(KafkaFuture<TopicDescription> answer) {
        try {
            return Optional.of(await(answer));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private List<Topic<?>> missingFrom(Map<String, TopicDescription> existing) {
        return topics().stream()
                .filter(topic -> !existing.containsKey(topic.name()))
                .toList();
    }

    private void create(List<Topic<?>> missing) {
        var created = admin.createTopics(missing.stream().map(this::asNewTopic).collect(Collectors.toList()));
        created.values().values().forEach(this::awaitCreated);
    }

    private void awaitCreated(KafkaFuture<Void> created) {
        try {
            await(created);
        } catch (TopicExistsException e) {
            // Created concurrently by another process; its partition counts are checked as well.
            LOG.debug("event=topic_exists", e);
        }
    }

    private NewTopic asNewTopic(Topic<?> topic) {
        var replicas = kafka.replicationFactor() < 0 ? Optional.<Short>empty() : Optional.of(kafka.replicationFactor());
        return new NewTopic(topic.name(), Optional.of(expected(topic)), replicas).configs(topic.config());
    }

    private void check(TopicDescription existing) {
        var topic = topics().stream()
                .filter(candidate -> candidate.name().equals(existing.name()))
                .findFirst()
                .orElseThrow();
        var actual = existing.partitions().size();
        if (actual != expected(topic)) {
            throw new SettingsException(PartitionMismatch.message(topic, actual, expected(topic)));
        }
    }

    private int expected(Topic<?> topic) {
        return kafka.partitions().of(topic.spread());
    }

    private List<Topic<?>> topics() {
        return kafka.topics().all();
    }

    private <T> T await(KafkaFuture<T> answer) {
        while (true) {
            try {
                return answer.get(WARN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                warnWhileWaiting(e);
            } catch (ExecutionException e) {
                throw failure(Throwables.root(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SettingsException("interrupted while waiting for Kafka", e);
            }
        }
    }

    private void warnWhileWaiting(Throwable cause) {
        if (Instant.now().isAfter(deadline)) {
            throw noAnswer(cause);
        }
        if (!warned) {
            warned = true;
            LOG.warn("event=waiting_for_kafka bootstrap_servers={}", kafka.bootstrapServers());
        }
    }

    private RuntimeException failure(Throwable cause) {
        if (cause instanceof UnknownTopicOrPartitionException || !(cause instanceof RetriableException)) {
            return cause instanceof RuntimeException it ? it : new KafkaException(cause);
        }
        return noAnswer(cause);
    }

    private SettingsException noAnswer(Throwable cause) {
        return new SettingsException(
                "no Kafka broker responds at FACELINE_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(), cause);
    }
}
