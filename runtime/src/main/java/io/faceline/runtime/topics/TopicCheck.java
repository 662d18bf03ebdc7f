package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.SettingsException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares existing topics with what faceline would create: others create topics too, and earlier versions created them
 * differently.
 */
final class TopicCheck {
    private static final Logger LOG = LoggerFactory.getLogger(TopicCheck.class);

    private final KafkaSettings kafka;
    private final TopicAdmin admin;
    private final TopicCommands commands;

    TopicCheck(KafkaSettings kafka, TopicAdmin admin) {
        this.kafka = kafka;
        this.admin = admin;
        this.commands = new TopicCommands(kafka);
    }

    /**
     * Logs one line for each topic that differs, with the command that mends it.
     *
     * @throws SettingsException when a topic would lose records that must stay
     */
    void compare(Collection<Topic<?>> topics, Map<String, TopicDescription> existing) {
        for (var topic : topics) {
            var description = existing.get(topic.name());
            if (description != null) {
                compareReplicas(topic, description);
            }
        }
        differences(topics, existing).forEach(this::report);
    }

    /** Mends what differs, but for a retention that would delete records that are still kept. */
    void mend(Collection<Topic<?>> topics, Map<String, TopicDescription> existing) {
        differences(topics, existing).forEach((topic, differences) -> {
            var mended = differences.stream()
                    .filter(difference -> !difference.isMendedByDeleting())
                    .toList();
            if (!mended.isEmpty()) {
                admin.alter(
                        topic.name(),
                        mended.stream().collect(Collectors.toMap(TopicDifference::setting, TopicDifference::expected)));
                LOG.info("event=topic_mended topic={} differences=\"{}\"", topic.name(), text(mended));
            }
            differences.stream()
                    .filter(TopicDifference::isMendedByDeleting)
                    .forEach(longer -> warn(topic, List.of(longer)));
        });
    }

    private Map<Topic<?>, List<TopicDifference>> differences(
            Collection<Topic<?>> topics, Map<String, TopicDescription> existing) {
        if (existing.isEmpty()) {
            return Map.of();
        }
        var configs = admin.configs(existing.keySet());
        if (configs.size() < existing.size()) {
            LOG.info(
                    "event=topics_not_compared count={} reason=\"no right to DESCRIBE_CONFIGS\"",
                    existing.size() - configs.size());
        }
        return topics.stream()
                .filter(topic -> configs.containsKey(topic.name()))
                .collect(Collectors.toMap(
                        topic -> topic,
                        topic -> TopicComparison.of(topic, configs.getOrDefault(topic.name(), Map.of()))));
    }

    private void report(Topic<?> topic, List<TopicDifference> differences) {
        if (differences.stream().anyMatch(TopicDifference::losesRecords)) {
            throw new SettingsException("topic " + topic.name() + " loses records that must stay: " + text(differences)
                    + "; mend it with\n" + commands.mend(topic, differences));
        }
        if (!differences.isEmpty()) {
            warn(topic, differences);
        }
    }

    private void warn(Topic<?> topic, List<TopicDifference> differences) {
        LOG.warn(
                "event=topic_differs topic={} differences=\"{}\" command=\"{}\"",
                topic.name(),
                text(differences),
                commands.mend(topic, differences));
    }

    private void compareReplicas(Topic<?> topic, TopicDescription description) {
        var fewest = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (kafka.replicationFactor() > 0 && fewest != kafka.replicationFactor()) {
            LOG.warn(
                    "event=topic_differs topic={} differences=\"replication factor {} instead of {}\""
                            + " command=\"kafka-reassign-partitions.sh, with a plan that names the brokers\"",
                    topic.name(),
                    fewest,
                    kafka.replicationFactor());
        }
    }

    private static String text(List<TopicDifference> differences) {
        return differences.stream().map(TopicDifference::toString).collect(Collectors.joining(", "));
    }
}
