package io.faceline.tracker;

import io.faceline.contracts.track.TrackPhase;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.runtime.metrics.StageMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.processor.TaskId;

/** Metrics of the tracker: processing time per frame, and tracks. Thread-safe. */
final class TrackerMetrics implements MeterBinder {
    private final StageMetrics stage = new StageMetrics("track", "all");
    private final Map<TaskId, Long> open = new ConcurrentHashMap<>();
    private final LongAdder ended = new LongAdder();
    private final LongAdder corrected = new LongAdder();

    TrackerMetrics() {
        stage.number("faceline.tracks.open", "Faces that are followed now", this, TrackerMetrics::openTracks)
                .number("faceline.tracks.ended", "Tracks that ended since the start", ended, LongAdder::sum)
                .number(
                        "faceline.tracks.corrected",
                        "Names that were taken back or changed since the start",
                        corrected,
                        LongAdder::sum);
    }

    void time(Runnable work) {
        stage.time(() -> {
            work.run();
            return null;
        });
    }

    void count(TrackUpdate update) {
        if (update.phase() == TrackPhase.END) {
            ended.increment();
        }
        if (update.former() != null) {
            corrected.increment();
        }
    }

    /** @param tracks number of open tracks of this task */
    void open(TaskId task, long tracks) {
        open.put(task, tracks);
    }

    void closed(TaskId task) {
        open.remove(task);
    }

    private long openTracks() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        stage.bindTo(registry);
    }
}
