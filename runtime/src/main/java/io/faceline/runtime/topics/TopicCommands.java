package io.faceline.runtime.topics;

import io.faceline.contracts.topic.Topic;
import io.faceline.runtime.kafka.KafkaSettings;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The commands of Kafka's own tools by which an administrator creates or mends topics. */
final class TopicCommands {
    private final KafkaSettings kafka;

    TopicCommands(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    String create(Topic<?> topic) {
        var replicas = kafka.replicationFactor() < 0 ? "" : " --replication-factor " + kafka.replicationFactor();
        var config = new TreeMap<>(topic.config())
                .entrySet().stream()
                        .map(entry -> " --config " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
        return topics() + " --create --topic " + topic.name() + " --partitions "
                + kafka.partitions().of(topic.spread()) + replicas + config;
    }

    String addPartitions(Topic<?> topic) {
        return topics() + " --alter --topic " + topic.name() + " --partitions "
                + kafka.partitions().of(topic.spread());
    }

    String mend(Topic<?> topic, Collection<TopicDifference> differences) {
        return "kafka-configs.sh --bootstrap-server " + kafka.bootstrapServers()
                + " --alter --entity-type topics --entity-name " + topic.name() + " --add-config "
                + differences.stream()
                        .map(difference -> difference.setting() + "=" + difference.expected())
                        .collect(Collectors.joining(","));
    }

    private String topics() {
        return "kafka-topics.sh --bootstrap-server " + kafka.bootstrapServers();
    }
}
