package io.faceline.standalone.pipeline;

import io.faceline.contracts.frame.Lane;
import io.faceline.detector.DetectorMain;
import io.faceline.embedder.EmbedderMain;
import io.faceline.matcher.MatcherMain;
import io.faceline.runtime.kafka.ConsumerGroups;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.streams.StreamsProperties;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracker.TrackerMain;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stages of an external Kafka, which answer a client. Creates nothing there and joins no group. */
final class StagesElsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(StagesElsewhere.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaSettings kafka;
    private final Map<String, List<String>> members;

    private StagesElsewhere(KafkaSettings kafka, Map<String, List<String>> members) {
        this.kafka = kafka;
        this.members = members;
    }

    /**
     * Checks that the topics are there and that each stage has a member in its consumer group, so that a request is not left
     * without an answer.
     *
     * @throws SettingsException naming what is missing
     */
    static void require(KafkaSettings kafka, Stages stages) {
        TopicSetup.verify(kafka);
        if (stages.withMatcher()) {
            requireMembers(kafka, stages);
        }
    }

    private static void requireMembers(KafkaSettings kafka, Stages stages) {
        try (var groups = ConsumerGroups.open(kafka, TIMEOUT)) {
            var names = allNames(stages)
                    .map(name -> StreamsProperties.applicationId(kafka, name))
                    .toList();
            new StagesElsewhere(kafka, groups.clientIds(names)).require(stages);
        } catch (KafkaException e) {
            // Whoever may send frames need not be allowed to list groups.
            LOG.warn("event=stages_not_checked cause=\"{}\"", e.getMessage());
        }
    }

    private static Stream<String> allNames(Stages stages) {
        var ofLanes = lanes(stages).stream()
                .flatMap(lane ->
                        Stream.of(DetectorMain.name(lane), EmbedderMain.name(lane), StagePlan.visionName(lane)));
        return Stream.concat(ofLanes, Stream.of(MatcherMain.NAME, TrackerMain.NAME));
    }

    /** A client sends no frames of cameras. */
    private static List<Lane> lanes(Stages stages) {
        return stages.lanes().stream().filter(lane -> lane != Lane.CAMERA).toList();
    }

    private void require(Stages stages) {
        var missing = new LinkedHashSet<String>();
        lanes(stages).forEach(lane -> addMissing(lane, missing));
        addMissing(MatcherMain.NAME, missing);
        if (!lanes(stages).isEmpty()) {
            addMissing(TrackerMain.NAME, missing);
        }
        if (!missing.isEmpty()) {
            throw new SettingsException("no " + String.join(", no ", missing) + " serves Kafka at "
                    + kafka.bootstrapServers() + " (no consumer in "
                    + missing.stream().map(this::group).collect(Collectors.joining(", "))
                    + "): start it there, or set FACELINE_TOPIC_PREFIX to that of the services");
        }
    }

    /** Where one process runs everything, one stage does the work of detector and embedder. */
    private void addMissing(Lane lane, Set<String> missing) {
        if (!isServed(StagePlan.visionName(lane))) {
            addMissing(DetectorMain.name(lane), missing);
            addMissing(EmbedderMain.name(lane), missing);
        }
    }

    private void addMissing(String name, Set<String> missing) {
        if (!isServed(name)) {
            missing.add(name);
        }
    }

    private boolean isServed(String name) {
        return !members.getOrDefault(group(name), List.of()).isEmpty();
    }

    private String group(String name) {
        return StreamsProperties.applicationId(kafka, name);
    }
}
