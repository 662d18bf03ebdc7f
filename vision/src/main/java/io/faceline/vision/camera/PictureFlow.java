package io.faceline.vision.camera;

import io.faceline.contracts.Blob;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.camera.motion.MotionGate;
import io.faceline.vision.camera.picture.Glimpse;
import io.faceline.vision.camera.picture.Glimpses;
import io.faceline.vision.camera.picture.Rendering;
import io.faceline.vision.camera.rule.PictureWatch;
import io.faceline.vision.camera.rule.TakeClock;
import io.faceline.vision.video.VideoException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * What happens to right pictures: some of them are taken, looked at, and become frames if something moves. Confined to
 * the thread that decodes, but for {@link #facesInView}.
 */
final class PictureFlow implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;

    /** So that a camera of one picture a second does not skip every other. */
    private static final long ALMOST_A_SECOND = 950_000_000;

    private static final int GOOD = 3;
    private static final int FAIR = 5;

    private final PictureSettings settings;
    private final Newest newest;
    private final Counters counters;
    private final MotionGate gate;
    private final TakeClock clock;
    private final PictureWatch watch;
    private final Rendering frames;
    private final Rendering previews;
    private final Glimpses glimpses;
    private final AtomicReference<@Nullable List<BoundingBox>> faces = new AtomicReference<>();
    private long keyFrames;
    private long lastLook = System.nanoTime() - SECOND;
    private long lastPassed = lastLook;
    private long lastPreview = lastLook;

    PictureFlow(PictureSettings settings, Patience patience, MotionGate gate, Newest newest, Counters counters) {
        this.settings = settings;
        this.newest = newest;
        this.counters = counters;
        this.gate = gate;
        this.clock = new TakeClock(settings.framesPerSecond());
        this.watch = new PictureWatch(patience.unchanged(), patience.oneColour());
        this.frames = new Rendering(settings.aspect(), settings.rotate(), settings.maxWidth(), GOOD);
        this.previews = new Rendering(settings.aspect(), settings.rotate(), Math.max(1, settings.previewWidth()), FAIR);
        this.glimpses = new Glimpses(frames, settings.ignoredMotion());
    }

    /** May be called by any thread. */
    void facesInView(List<BoundingBox> boxes) {
        faces.set(boxes);
    }

    /** Whether a picture that comes now would be taken. */
    boolean isDue(long nanos) {
        return clock.isDue(nanos);
    }

    void keyFrame() {
        keyFrames++;
    }

    /**
     * A right picture.
     *
     * @param original the JPEG that it was decoded from
     */
    void picture(AVFrame picture, long nanos, Instant arrivedAt, Optional<Blob> original) throws VideoException {
        var glimpse = glimpses.of(picture);
        var passes = passes(glimpse, nanos);
        look(picture, glimpse, nanos);
        clock.take(nanos);
        var size = frames.size(picture);
        newest.put(new CameraEvent.Taken(
                arrivedAt,
                size.width(),
                size.height(),
                passes ? Optional.of(jpeg(picture, original)) : Optional.empty(),
                passes ? preview(picture, nanos) : Optional.empty()));
    }

    private boolean passes(Glimpse glimpse, long nanos) {
        if (!settings.motionGate()) {
            return true;
        }
        var found = faces.getAndSet(null);
        if (found != null) {
            gate.facesInView(found, nanos);
        }
        // The gate sees each of them.
        var moves = gate.passes(glimpse.grid(), nanos);
        counters.ignoredCells(gate.ignoredCells());
        if (moves || nanos - lastPassed >= ALMOST_A_SECOND) {
            lastPassed = nanos;
            return true;
        }
        return false;
    }

    private void look(AVFrame picture, Glimpse glimpse, long nanos) {
        if (nanos - lastLook >= ALMOST_A_SECOND) {
            lastLook = nanos;
            counters.notices(
                    watch.look(nanos, Glimpses.checksum(picture), keyFrames, glimpse.isOneColour(), glimpse.isGrey()));
        }
    }

    private Blob jpeg(AVFrame picture, Optional<Blob> original) throws VideoException {
        return original.isPresent() && frames.changesNothing(picture)
                ? original.get()
                : frames.render(picture).jpeg();
    }

    private Optional<CameraEvent.Preview> preview(AVFrame picture, long nanos) throws VideoException {
        if (settings.previewWidth() == 0 || nanos - lastPreview < ALMOST_A_SECOND) {
            return Optional.empty();
        }
        lastPreview = nanos;
        var small = previews.render(picture);
        return Optional.of(new CameraEvent.Preview(small.width(), small.height(), small.jpeg()));
    }

    @Override
    public void close() {
        frames.close();
        previews.close();
        glimpses.close();
    }
}
