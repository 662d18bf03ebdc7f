package io.faceline.vision.camera;

import io.faceline.contracts.Blob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Takes the events of a camera. Not thread-safe. */
final class Viewer implements AutoCloseable {
    /** Every picture, as it is. */
    static final PictureSettings ALL = settings(0);

    private static final Duration LONGEST = Duration.ofSeconds(60);

    final List<CameraEvent.Taken> taken = new ArrayList<>();
    final List<StreamFigures> figures = new ArrayList<>();
    final CameraStream stream;
    Optional<CameraException> end = Optional.empty();

    Viewer(CameraStream stream) {
        this.stream = stream;
    }

    static PictureSettings settings(double framesPerSecond) {
        return new PictureSettings(framesPerSecond, 4096, 0, Optional.empty(), false, List.of(), false, 0);
    }

    static Viewer open(FfmpegAddress address) throws CameraException {
        return new Viewer(CameraDecoder.open(address, ALL));
    }

    static Viewer open(FfmpegAddress address, Patience patience) throws CameraException {
        return new Viewer(CameraDecoder.open(address, ALL, patience));
    }

    /** Until this is so, or the camera has ended. */
    Viewer watchUntil(Predicate<Viewer> isSo) throws InterruptedException {
        var last = System.nanoTime() + LONGEST.toNanos();
        while (!isSo.test(this) && end.isEmpty()) {
            if (System.nanoTime() > last) {
                throw new AssertionError("nothing of the kind came: " + taken.size() + " frames, " + figures);
            }
            take();
        }
        return this;
    }

    Viewer watch(int frames) throws InterruptedException {
        return watchUntil(viewer -> viewer.taken.size() >= frames);
    }

    /** Until the camera ends. */
    CameraException watchToTheEnd() throws InterruptedException {
        return watchUntil(viewer -> false).end.orElseThrow();
    }

    private void take() throws InterruptedException {
        try {
            var event = stream.next(Duration.ofMillis(200));
            if (event.isPresent() && event.get() instanceof CameraEvent.Taken frame) {
                taken.add(frame);
            } else if (event.isPresent() && event.get() instanceof CameraEvent.Figures told) {
                figures.add(told.figures());
            }
        } catch (CameraException e) {
            end = Optional.of(e);
        }
    }

    StreamFigures lastFigures() {
        return figures.get(figures.size() - 1);
    }

    List<Blob> pictures() {
        return taken.stream().flatMap(frame -> frame.jpeg().stream()).toList();
    }

    @Override
    public void close() {
        stream.close();
    }
}
