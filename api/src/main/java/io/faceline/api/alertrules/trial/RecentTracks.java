package io.faceline.api.alertrules.trial;

import io.faceline.alerting.trial.TrialRun.Written;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The records of tracks that were written in the last hours. Thread-safe. */
public final class RecentTracks {
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    /** About 100 MiB. */
    private static final int MAX = 50_000;

    private final KafkaSettings kafka;

    public RecentTracks(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * @param tracks in the order in which they were written
     * @param isComplete whether there were no more than can be judged at once
     */
    record Recent(List<Written> tracks, boolean isComplete) {
        Recent {
            tracks = List.copyOf(tracks);
        }
    }

    /** Blocks until they are read. */
    Recent since(Instant began, Predicate<TrackUpdate> wanted) {
        var found = new ConcurrentLinkedQueue<Written>();
        var count = new AtomicInteger();
        var topic = kafka.topics().tracks();
        try (var reader = new TopicReader<>(
                kafka, topic, StartOffset.ofWorkSince(began), read -> take(read, began, wanted, found, count))) {
            reader.start();
            reader.awaitCaughtUp(READ_TIMEOUT);
        }
        var sorted = new ArrayList<>(found);
        // Those of a track are in one partition, and so in order.
        sorted.sort(Comparator.comparing(Written::writtenAt));
        return new Recent(sorted, count.get() <= MAX);
    }

    private static void take(
            ConsumedRecord<TrackUpdate> read,
            Instant began,
            Predicate<TrackUpdate> wanted,
            ConcurrentLinkedQueue<Written> found,
            AtomicInteger count) {
        var track = read.value();
        if (track != null
                && !track.last().capturedAt().isBefore(began)
                && wanted.test(track)
                && count.incrementAndGet() <= MAX) {
            found.add(new Written(track, read.timestamp()));
        }
    }
}
