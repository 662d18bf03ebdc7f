package io.faceline.systemtests.cameras;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.kafka.ClientProperties;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The frames of cameras and their answers, as they are written. Keeps ids and times only: half an hour of sixteen cameras has
 * more pictures than memory. Thread-safe.
 */
final class WatchedAnswers implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final TopicReader<Match> answers;
    private final KafkaConsumer<String, byte[]> frames;
    private final Thread reading;

    @GuardedBy("this")
    private final Set<String> unanswered = new TreeSet<>();

    @GuardedBy("this")
    private final Set<String> answeredBeforeSent = new TreeSet<>();

    @GuardedBy("this")
    private long sent;

    @GuardedBy("this")
    private final Map<String, Integer> repeated = new TreeMap<>();

    @GuardedBy("this")
    private final Map<String, Long> outcomes = new TreeMap<>();

    @GuardedBy("this")
    private final Map<String, List<Answer>> made = new HashMap<>();

    /** A frame that was answered with its faces, however many. */
    record Answer(Instant at, Duration delay) {}

    WatchedAnswers(KafkaSettings kafka) {
        this.answers = new TopicReader<>(kafka, kafka.topics().matches(), StartOffset.LATEST, this::answered);
        this.frames = new KafkaConsumer<>(
                ClientProperties.reader(kafka, "watch-frames"), new StringDeserializer(), new ByteArrayDeserializer());
        var topic = kafka.topics().frames(Lane.CAMERA).name();
        var partitions = frames.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        frames.assign(partitions);
        frames.seekToEnd(partitions);
        partitions.forEach(frames::position);
        this.reading = DaemonThreads.of("watch-frames", this::readFrames);
        answers.start();
        reading.start();
    }

    private void readFrames() {
        try (frames) {
            while (!Thread.currentThread().isInterrupted()) {
                frames.poll(POLL).forEach(read -> {
                    var id = read.headers().lastHeader(Topics.FRAME_ID_HEADER);
                    sent(new String(id.value(), StandardCharsets.UTF_8));
                });
            }
        } catch (WakeupException | org.apache.kafka.common.errors.InterruptException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void sent(String id) {
        sent++;
        if (!answeredBeforeSent.remove(id)) {
            unanswered.add(id);
        }
    }

    private synchronized void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match == null || !match.facts().session().isCamera()) {
            return;
        }
        var id = match.facts().id().value();
        if (!unanswered.remove(id) && !answeredBeforeSent.add(id)) {
            repeated.merge(id, 1, Integer::sum);
        }
        var outcome = match.outcome().fold(some -> "answered", Enum::name, (code, message) -> code.name());
        outcomes.merge(outcome, 1L, Long::sum);
        if ("answered".equals(outcome)) {
            made.computeIfAbsent(match.facts().source(), any -> new ArrayList<>())
                    .add(new Answer(
                            read.timestamp(), Duration.between(match.facts().capturedAt(), read.timestamp())));
        }
    }

    /** Ids of frames without an answer, and of answers to no frame. */
    synchronized Set<String> unpaired() {
        var unpaired = new TreeSet<>(unanswered);
        unpaired.addAll(answeredBeforeSent);
        return unpaired;
    }

    synchronized long sent() {
        return sent;
    }

    /** How many answers have each outcome. */
    synchronized Map<String, Long> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Frames that were answered more than once. */
    synchronized Map<String, Integer> repeated() {
        return Map.copyOf(repeated);
    }

    /** The answers with faces, however many, by source, in order of time. */
    synchronized Map<String, List<Answer>> made() {
        var copy = new TreeMap<String, List<Answer>>();
        made.forEach((source, list) -> copy.put(source, List.copyOf(list)));
        return copy;
    }

    @Override
    public void close() {
        answers.close();
        frames.wakeup();
        try {
            reading.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
