package io.faceline.systemtests.chaos;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.kafka.FrameIdHeader;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.systemtests.kafka.TopicRecords;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the topics say about frames: those that were sent, the committed answers to each, and the dead letters.
 *
 * @param answers by frame id, in order of time
 * @param letters stage and cause, by frame id
 * @param people every record of {@code people} in order, with the broker's time
 */
record Evidence(
        Map<String, Sent> frames,
        Map<String, List<Answer>> answers,
        Map<String, List<String>> letters,
        List<PersonRecord> people) {
    /**
     * @param at when the broker took it first
     * @param times more than once if the request was repeated
     */
    record Sent(FrameFacts facts, Optional<byte[]> image, Instant at, int times) {
        Sent again() {
            return new Sent(facts, image, at, times + 1);
        }
    }

    /** @param at when the broker took it */
    record Answer(Match match, Instant at) {}

    record PersonRecord(Person person, Instant at) {}

    static Evidence read(KafkaSettings kafka) {
        var topics = kafka.topics();
        var records = TopicRecords.committed(kafka)
                .read(Stream.of(
                                topics.frames(Lane.LIVE),
                                topics.frames(Lane.BULK),
                                topics.frames(Lane.CAMERA),
                                topics.matches(),
                                topics.deadLetters(),
                                topics.people())
                        .map(Topic::name)
                        .toList());
        var byTopic = records.stream().collect(Collectors.groupingBy(ConsumerRecord::topic));
        return new Evidence(
                frames(topics, byTopic),
                answers(topics.matches(), byTopic),
                letters(byTopic.getOrDefault(topics.deadLetters().name(), List.of())),
                people(topics.people(), byTopic));
    }

    /** Frames without an answer and without a dead letter. */
    List<Sent> unanswered() {
        return frames.entrySet().stream()
                .filter(frame -> !answers.containsKey(frame.getKey()) && !letters.containsKey(frame.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Sent> frames(Topics topics, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic) {
        var frames = new LinkedHashMap<String, Sent>();
        for (var lane : Lane.values()) {
            var topic = topics.frames(lane);
            for (var read : byTopic.getOrDefault(topic.name(), List.of())) {
                var frame = value(topic, read);
                frames.merge(
                        frame.facts().id().value(),
                        new Sent(frame.facts(), image(frame), at(read), 1),
                        (first, repeated) -> first.again());
            }
        }
        return frames;
    }

    private static Optional<byte[]> image(Frame frame) {
        return frame.image()
                .fold(
                        image -> Optional.of(image).map(Blob::toByteArray),
                        reason -> Optional.empty(),
                        (code, message) -> Optional.empty());
    }

    private static Map<String, List<Answer>> answers(
            Topic<Match> topic, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic) {
        var answers = new LinkedHashMap<String, List<Answer>>();
        for (var read : byTopic.getOrDefault(topic.name(), List.of())) {
            var match = value(topic, read);
            answers.computeIfAbsent(match.facts().id().value(), any -> new ArrayList<>())
                    .add(new Answer(match, at(read)));
        }
        answers.values().forEach(given -> given.sort(Comparator.comparing(Answer::at)));
        return answers;
    }

    private static Map<String, List<String>> letters(List<ConsumerRecord<String, byte[]>> records) {
        var letters = new LinkedHashMap<String, List<String>>();
        for (var read : records) {
            letters.computeIfAbsent(FrameIdHeader.in(read.headers()).orElse("of no frame"), any -> new ArrayList<>())
                    .add(header(read, "stage") + " " + header(read, "cause") + " " + header(read, "message")
                            + (header(read, "answered").isEmpty() ? "" : " answered"));
        }
        return letters;
    }

    private static List<PersonRecord> people(
            Topic<Person> topic, Map<String, List<ConsumerRecord<String, byte[]>>> byTopic) {
        return byTopic.getOrDefault(topic.name(), List.of()).stream()
                .filter(read -> read.value() != null)
                .map(read -> new PersonRecord(value(topic, read), at(read)))
                .toList();
    }

    private static String header(ConsumerRecord<String, byte[]> read, String name) {
        var header = read.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static <V> V value(Topic<V> topic, ConsumerRecord<String, byte[]> read) {
        return Objects.requireNonNull(
                topic.valueSerde().deserializer().deserialize(topic.name(), read.value()), "a record without a value");
    }

    private static Instant at(ConsumerRecord<String, byte[]> read) {
        return Instant.ofEpochMilli(read.timestamp());
    }
}
