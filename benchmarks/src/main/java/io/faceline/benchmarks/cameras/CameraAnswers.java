package io.faceline.benchmarks.cameras;

import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The answers to the frames of cameras, at once and once more with their tracks. Thread-safe. */
final class CameraAnswers implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final TopicReader<Match> matches;
    private final TopicReader<TrackedFrame> tracked;
    private final Map<FrameId, CompletableFuture<Match>> awaited = new ConcurrentHashMap<>();
    private final Map<FrameId, TrackedFrame> frames = new ConcurrentHashMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();

    CameraAnswers(KafkaSettings kafka) {
        matches = TopicReader.uncommitted(kafka, kafka.topics().matches(), StartOffset.LATEST, read -> {
            if (read.value() != null) {
                answer(read.value().facts().id()).complete(read.value());
            }
        });
        tracked = new TopicReader<>(kafka, kafka.topics().trackedFrames(), StartOffset.LATEST, read -> {
            if (read.value() != null) {
                frames.put(read.value().facts().id(), read.value());
                changes.announce();
            }
        });
    }

    void start() {
        matches.start();
        tracked.start();
    }

    CompletableFuture<Match> answer(FrameId frame) {
        return awaited.computeIfAbsent(frame, id -> new CompletableFuture<>());
    }

    /** Waits until so many frames of these sources were tracked. */
    void awaitTracked(List<String> sources, int each) {
        changes.await(
                () -> sources.stream().allMatch(source -> of(source).size() >= each),
                TIMEOUT,
                "the tracked frames of " + sources);
    }

    /** The frames of a source by their numbers. */
    Map<Long, TrackedFrame> of(String source) {
        return frames.values().stream()
                .filter(frame -> frame.facts().source().equals(source))
                .collect(Collectors.toMap(TrackedFrame::sequence, frame -> frame, (one, other) -> one, TreeMap::new));
    }

    @Override
    public void close() {
        tracked.close();
        matches.close();
    }
}
