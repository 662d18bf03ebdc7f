package io.faceline.systemtests.compose;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.identity.SessionId;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.systemtests.kafka.ForeignFrame;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Writes the same image as frames of several cameras to the camera lane, at a fixed rate, and collects the answers. */
final class CameraFlood implements AutoCloseable {
    private final KafkaSettings kafka;
    private final Blob image;
    private final int sources;
    private final long intervalNanos;
    private final RecordSender sender;
    private final TopicReader<Match> answers;
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, String> outcomes = new ConcurrentHashMap<>();
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Thread worker = DaemonThreads.of("camera-flood", this::send);
    private volatile boolean isStopped;

    /** @param framesPerSecond of all sources together */
    CameraFlood(KafkaSettings kafka, Blob image, int sources, double framesPerSecond) {
        this.kafka = kafka;
        this.image = image;
        this.sources = sources;
        this.intervalNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / framesPerSecond);
        this.sender = new RecordSender(kafka, "camera-flood", BatchingProfile.LOW_LATENCY);
        this.answers = new TopicReader<>(kafka, kafka.topics().matches(), StartOffset.LATEST, this::answered);
    }

    void start() {
        answers.start();
        worker.start();
    }

    /** Stops sending and waits until every frame is answered. */
    void stop(Duration timeout) throws InterruptedException {
        isStopped = true;
        worker.join(timeout.toMillis());
        changes.await(() -> outcomes.keySet().containsAll(sent), timeout, "an answer to every frame of the flood");
    }

    int sent() {
        return sent.size();
    }

    /** The number of frames by outcome. */
    Map<String, Integer> outcomes() {
        var counts = new TreeMap<String, Integer>();
        outcomes.values().forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
        return counts;
    }

    private void send() {
        var next = System.nanoTime();
        for (var number = 0L; !isStopped; number++) {
            send("camera-" + number % sources, number / sources);
            next += intervalNanos;
            pauseUntil(next);
        }
    }

    private void send(String source, long sequence) {
        var frame = ForeignFrame.probe(new SessionId(SessionId.CAMERA_PREFIX + source), source, sequence, image);
        var id = frame.facts().id();
        sent.add(id.value());
        // Waits for the broker, as a camera does that must not lose frames: no queue forms in the sender.
        sender.send(kafka.topics().frames(Lane.CAMERA), source, frame, id).join();
    }

    private static void pauseUntil(long nanos) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(ConsumedRecord<Match> read) {
        var match = read.value();
        if (match != null && match.facts().session().isCamera()) {
            outcomes.putIfAbsent(match.facts().id().value(), word(match));
            changes.announce();
        }
    }

    private static String word(Match match) {
        return match.outcome().fold(faces -> "answered", reason -> reason.name(), (code, message) -> code.name());
    }

    @Override
    public void close() {
        isStopped = true;
        answers.close();
        sender.close();
    }
}
