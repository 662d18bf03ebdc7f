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
 * Makes the topics that are missing and checks those that exist. One request when all is there. Streams starts without a
 * word on co-partitioned topics of different counts and then loses joins, so that counts are checked here.
 */
public final class TopicSetup {
    private static final Logger LOG = LoggerFactory.getLogger(TopicSetup.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEFORE_SAYING_SO = Duration.ofSeconds(3);

    private final KafkaSettings kafka;
    private final Admin admin;
    private final Instant giveUpAt;
    private boolean saidSo;

    private TopicSetup(KafkaSettings kafka, Admin admin, Duration patience) {
        this.kafka = kafka;
        this.admin = admin;
        this.giveUpAt = Instant.now().plus(patience);
    }

    /**
     * Waits for a broker that is not up yet, at most a minute.
     *
     * @throws SettingsException when no broker answers, or a topic has other partitions than the settings say
     */
    public static void ensure(KafkaSettings kafka) {
        ensure(kafka, PATIENCE);
    }

    static void ensure(KafkaSettings kafka, Duration patience) {
        var admin = Admin.create(ClientProperties.admin(kafka));
        try {
            new TopicSetup(kafka, admin, patience).ensure();
        } catch (KafkaException e) {
            throw new SettingsException("Kafka at " + kafka.bootstrapServers() + " refused: " + e.getMessage(), e);
        } finally {
            // Without a limit it would await the answers of a broker that is not there.
            admin.close(Duration.ZERO);
        }
    }

    private void ensure() {
        var existing = describe();
        while (existing.size() < topics().size()) {
            if (Instant.now().isAfter(giveUpAt)) {
                throw new SettingsException(
                        "Kafka at " + kafka.bootstrapServers() + " does not show the topics it made");
            }
            create(missingFrom(existing));
            // Asked again until the broker shows them: Streams dies of a source topic it cannot see.
            existing = describe();
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
            // Another process was quicker; its counts are checked like any other's.
            LOG.debug("topic made by another process", e);
        }
    }

    private NewTopic asNewTopic(Topic<?> topic) {
        var replicas = kafka.replicationFactor() < 0 ? Optional.<Short>empty() : Optional.of(kafka.replicationFactor());
        return new NewTopic(topic.name(), Optional.of(expected(topic)), replicas).configs(topic.config());
    }

    private void check(TopicDescription existing) {
        var topic = topics().stream()
                .filter(one -> one.name().equals(existing.name()))
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
                return answer.get(BEFORE_SAYING_SO.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                stillWaiting(e);
            } catch (ExecutionException e) {
                throw failure(Throwables.root(e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SettingsException("interrupted while waiting for Kafka", e);
            }
        }
    }

    private void stillWaiting(Throwable cause) {
        if (Instant.now().isAfter(giveUpAt)) {
            throw noAnswer(cause);
        }
        if (!saidSo) {
            saidSo = true;
            LOG.warn("waiting for Kafka at {}", kafka.bootstrapServers());
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
                "no Kafka broker answers at FACELINE_BOOTSTRAP_SERVERS=" + kafka.bootstrapServers(), cause);
    }
}
