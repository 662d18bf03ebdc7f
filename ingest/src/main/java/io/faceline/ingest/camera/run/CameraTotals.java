package io.faceline.ingest.camera.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.frame.DropReason;
import io.faceline.vision.camera.StreamFigures;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a camera over all its connections: each taken frame is answered, dropped or failed, unless it is under way.
 * Thread-safe.
 */
final class CameraTotals {
    private static final StreamFigures NOTHING =
            new StreamFigures(Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0, 0, Set.of());

    private final CameraMetrics metrics;

    @GuardedBy("this")
    private final Map<DropReason, Long> dropped = new TreeMap<>();

    @GuardedBy("this")
    private StreamFigures stream = NOTHING;

    @GuardedBy("this")
    private long receivedBefore;

    @GuardedBy("this")
    private long damagedBefore;

    @GuardedBy("this")
    private long behindBefore;

    @GuardedBy("this")
    private long repeatedBefore;

    @GuardedBy("this")
    private @Nullable Long delayMillis;

    @GuardedBy("this")
    private long taken;

    @GuardedBy("this")
    private long answered;

    @GuardedBy("this")
    private long failed;

    @GuardedBy("this")
    private long reconnects;

    /** @param metrics which count all cameras together */
    CameraTotals(CameraMetrics metrics) {
        this.metrics = metrics;
    }

    synchronized void taken() {
        taken++;
    }

    synchronized void answered(Duration sinceArrival) {
        answered++;
        delayMillis = Math.max(0, sinceArrival.toMillis());
        metrics.answered(sinceArrival);
    }

    synchronized void dropped(DropReason reason) {
        dropped.merge(reason, 1L, Long::sum);
        metrics.ended("dropped", reason.name());
    }

    /** @param reason such as a failure code */
    synchronized void failed(String reason) {
        failed++;
        metrics.ended("failed", reason);
    }

    synchronized void reconnected() {
        reconnects++;
        metrics.reconnected();
    }

    /** What the open connection tells of itself. */
    synchronized void stream(StreamFigures figures) {
        stream = figures;
    }

    /** The connection has ended; its figures stay, but nothing arrives. */
    synchronized void disconnected() {
        receivedBefore += stream.received();
        damagedBefore += stream.damaged();
        behindBefore += stream.behind();
        repeatedBefore += stream.repeated();
        stream = new StreamFigures(
                stream.codec(), stream.width(), stream.height(), 0, 0, 0, 0, 0, stream.ignoredCells(), 0, Set.of());
    }

    /** Frames with a picture. */
    synchronized long asked() {
        return taken - dropped.getOrDefault(DropReason.STILL, 0L);
    }

    synchronized long answered() {
        return answered;
    }

    synchronized CameraFigures figures() {
        return new CameraFigures(
                stream.codec().orElse(null),
                stream.width(),
                stream.height(),
                stream.framesPerSecond(),
                delayMillis,
                receivedBefore + stream.received(),
                taken,
                answered,
                droppedByReason(),
                failed,
                reconnects,
                stream.ignoredCells());
    }

    @GuardedBy("this")
    private Map<String, Long> droppedByReason() {
        var all = new TreeMap<String, Long>();
        dropped.forEach((reason, count) -> all.put(reason.name(), count));
        all.put("DAMAGED", damagedBefore + stream.damaged());
        all.put("BEHIND", behindBefore + stream.behind());
        all.put("REPEATED", repeatedBefore + stream.repeated());
        all.values().removeIf(count -> count == 0);
        return all;
    }
}
