package io.faceline.runtime.streams;

import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;

/** The topics that a topology reads and writes, apart from those that Streams creates itself. */
final class TopologyTopics {
    private final Set<String> names = new HashSet<>();

    private TopologyTopics(TopologyDescription description) {
        description.subtopologies().forEach(part -> part.nodes().forEach(this::add));
        description.globalStores().forEach(store -> add(store.source()));
    }

    /** Every stage also writes dead letters, which are no sink of its topology. */
    static List<Topic<?>> of(Topology topology, Topics all) {
        var names = new TopologyTopics(topology.describe()).names;
        names.add(all.deadLetters().name());
        return all.all().stream()
                .filter(topic -> names.contains(topic.name()))
                .collect(Collectors.toUnmodifiableList());
    }

    private void add(TopologyDescription.Node node) {
        if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
            names.addAll(source.topicSet());
        } else if (node instanceof TopologyDescription.Sink sink) {
            add(sink.topic());
        }
    }

    private void add(@Nullable String topic) {
        if (topic != null) {
            names.add(topic);
        }
    }
}
