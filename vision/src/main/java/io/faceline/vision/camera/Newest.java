package io.faceline.vision.camera;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What waits between a side that never stops and one that may be slow: the newest frame, the newest figures, and the
 * end. A frame without a picture, of a still scene, never replaces one with a picture. Thread-safe.
 */
final class Newest {
    private CameraEvent.@Nullable Taken frame;
    private @Nullable StreamFigures figures;
    private @Nullable CameraException end;
    private long replaced;

    synchronized void put(CameraEvent.Taken next) {
        var waiting = frame;
        if (waiting == null) {
            frame = next;
        } else {
            replaced++;
            frame = next.jpeg().isEmpty() && waiting.jpeg().isPresent() ? waiting : withPreview(next, waiting);
        }
        notifyAll();
    }

    /** So that previews go on coming about once a second. */
    private static CameraEvent.Taken withPreview(CameraEvent.Taken next, CameraEvent.Taken replaced) {
        return next.preview().isPresent()
                ? next
                : new CameraEvent.Taken(next.arrivedAt(), next.width(), next.height(), next.jpeg(), replaced.preview());
    }

    synchronized void put(StreamFigures next) {
        figures = next;
        notifyAll();
    }

    /** Only the first end counts. */
    synchronized void end(CameraException cause) {
        if (end == null) {
            end = cause;
        }
        notifyAll();
    }

    /** Frames that were replaced before they were taken. */
    synchronized long replaced() {
        return replaced;
    }

    /**
     * The next report, figures first, since they are few, and the end last; the end is told again and again.
     *
     * @return empty if nothing came within this time
     */
    synchronized Optional<Report> take(Duration wait) throws InterruptedException {
        var until = System.nanoTime() + wait.toNanos();
        while (true) {
            var report = poll();
            var left = (until - System.nanoTime()) / 1_000_000;
            if (report.isPresent() || left <= 0) {
                return report;
            }
            wait(left);
        }
    }

    private Optional<Report> poll() {
        if (figures != null) {
            Report report = new Report.Happened(new CameraEvent.Figures(figures));
            figures = null;
            return Optional.of(report);
        }
        if (frame != null) {
            Report report = new Report.Happened(frame);
            frame = null;
            return Optional.of(report);
        }
        return Optional.ofNullable(end).map(Report.Failed::new);
    }
}
