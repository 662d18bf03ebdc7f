package io.faceline.ingest.camera.run;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.open.Login;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one camera on a thread of its own until it is stopped, however often the camera fails. Its definition may change
 * meanwhile. Needs no Kafka: what it makes goes to a {@link CameraOutput}. Thread-safe.
 */
public final class CameraRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CameraRun.class);
    /** A stream says goodbye within two seconds. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(4);

    private final CameraLoop loop;
    private final CameraMetrics metrics;
    private final CameraId id;
    private final ConditionMonitor changes = new ConditionMonitor();
    private final Thread thread;
    private volatile Camera wanted;
    private volatile boolean isStopped;
    private volatile Runnable afterEnd = () -> {};

    @GuardedBy("this")
    private boolean isOpening;

    public CameraRun(Camera camera, CameraTarget target, CameraParts parts, CameraStart start) {
        this.wanted = camera;
        this.id = camera.id();
        this.loop = new CameraLoop(camera, target, interruptible(parts), start);
        this.metrics = parts.metrics();
        this.thread = DaemonThreads.of("camera-" + camera.id(), this::run);
    }

    private CameraParts interruptible(CameraParts parts) {
        return parts.with((camera, login) -> open(parts.opener(), camera, login));
    }

    public void start() {
        metrics.started(this);
        thread.start();
    }

    public CameraId id() {
        return id;
    }

    public CameraCondition condition() {
        return loop.condition();
    }

    /** Takes over another definition of the same camera. It is opened again only if its picture or its address changed. */
    public void change(Camera camera) {
        wanted = camera;
        changes.announce();
    }

    private void run() {
        try {
            while (!isStopped) {
                var seen = wanted;
                var wait = loop.step(seen);
                var unused = changes.holdsWithin(wait, () -> isStopped || !wanted.equals(seen));
            }
        } catch (InterruptedException e) {
            LOG.debug("event=camera_opening_interrupted camera={}", id);
        } finally {
            loop.end();
            metrics.ended(this);
            afterEnd.run();
        }
    }

    /** Only the opening is interrupted, which may take long: the goodbye to a camera must not be cut short. */
    private CameraStream open(CameraOpener opener, Camera camera, Optional<Login> login)
            throws CameraException, InterruptedException {
        beginOpening();
        try {
            return opener.open(camera, login);
        } finally {
            endOpening();
        }
    }

    private synchronized void beginOpening() throws InterruptedException {
        if (isStopped) {
            throw new InterruptedException("the camera is no longer read");
        }
        isOpening = true;
    }

    private synchronized void endOpening() {
        isOpening = false;
        var unused = Thread.interrupted();
    }

    /** Lets the run end soon, without waiting for it. */
    public void stop() {
        isStopped = true;
        changes.announce();
        synchronized (this) {
            if (isOpening) {
                thread.interrupt();
            }
        }
    }

    /** As {@link #stop}; the run's thread does this at its very end. */
    public void stopThen(Runnable last) {
        afterEnd = last;
        stop();
    }

    /** Whether it has said goodbye to its camera. */
    public boolean hasEnded() {
        return isStopped && !thread.isAlive();
    }

    /** Stops all of these at the same time, and returns when they have said goodbye to their cameras, or after four seconds. */
    public static void stopAll(Collection<CameraRun> runs) {
        runs.forEach(CameraRun::stop);
        var deadline = System.nanoTime() + STOP_TIMEOUT.toNanos();
        for (var run : List.copyOf(runs)) {
            run.awaitEnd(deadline - System.nanoTime());
        }
    }

    private void awaitEnd(long nanos) {
        try {
            if (thread != Thread.currentThread()) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops, and waits for it. Idempotent, bounded in time. */
    @Override
    public void close() {
        stopAll(List.of(this));
    }
}
