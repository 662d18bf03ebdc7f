package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.SettingsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Requests about topics, which wait until a deadline for a broker to become available. A missing right ends as a {@link
 * SettingsException} that names the topic and the operation. Confined to the thread that starts the process.
 */
final class TopicAdmin implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);
    private static final Duration WARN_AFTER = Duration.ofSeconds(3);

    private final KafkaSettings kafka;
    private final Admin admin;
    private final Instant deadline;
    private boolean warned;

    TopicAdmin(KafkaSettings kafka, Duration timeout) {
        this.kafka = kafka;
        this.admin = Admin.create(ClientProperties.admin(kafka));
        this.deadline = Instant.now().plus(timeout);
    }

    boolean isOverdue() {
        return Instant.now().isAfter(deadline);
    }

    /** The existing ones of these topics, by name. */
    Map<String, TopicDescription> describe(Collection<Topic<?>> topics) {
        var names = topics.stream().map(Topic::name).toList();
        var found = new HashMap<String, TopicDescription>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> describe(name, answer)
                .ifPresent(description -> found.put(name, description)));
        return found;
    }

    /** The configuration of these topics, by name; without those whose configuration may not be read. */
    Map<String, Map<String, String>> configs(Collection<String> names) {
        var resources = names.stream().map(TopicAdmin::resource).toList();
        var found = new HashMap<String, Map<String, String>>();
        admin.describeConfigs(resources).values().forEach((resource, answer) -> config(answer)
                .ifPresent(config -> found.put(resource.name(), values(config))));
        return found;
    }

    void create(Collection<NewTopic> missing) {
        admin.createTopics(List.copyOf(missing)).values().forEach(this::awaitCreated);
    }

    /** Sets these configurations of a topic. */
    void alter(String name, Map<String, String> changed) {
        var operations = changed.entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        var answer = admin.incrementalAlterConfigs(Map.of(resource(name), operations));
        await("ALTER_CONFIGS", name, answer.all());
    }

    private Optional<TopicDescription> describe(String name, KafkaFuture<TopicDescription> answer) {
        try {
            return Optional.of(await("DESCRIBE", name, answer));
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private Optional<Config> config(KafkaFuture<Config> answer) {
        try {
            return Optional.of(await(answer));
        } catch (AuthorizationException e) {
            LOG.debug("event=config_not_readable", e);
            return Optional.empty();
        }
    }

    private void awaitCreated(String name, KafkaFuture<Void> created) {
        try {
            await("CREATE", name, created);
        } catch (TopicExistsException e) {
            // Created concurrently by another process; its partition counts are checked as well.
            LOG.debug("event=topic_exists", e);
        }
    }

    private <T> T await(String operation, String topic, KafkaFuture<T> answer) {
        try {
            return await(answer);
        } catch (AuthorizationException e) {
            throw new SettingsException(
                    "Kafka at " + kafka.bootstrapServers() + " does not allow " + operation + " on topic " + topic
                            + "; docs/how-to/deploy.md lists the rights that each service needs",
                    e);
        }
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
        if (isOverdue()) {
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

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toUnmodifiableMap(ConfigEntry::name, ConfigEntry::value));
    }

    /** Without a timeout it would wait for responses of an unavailable broker. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
