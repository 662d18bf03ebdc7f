package io.faceline.ingest.camera.run;

import io.faceline.contracts.Blob;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.face.BoundingBox;
import io.faceline.vision.camera.CameraEvent;
import io.faceline.vision.camera.CameraException;
import io.faceline.vision.camera.CameraStream;
import io.faceline.vision.camera.StreamFigures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A connection whose events a test scripts: while there is none, time passes. Confined to the test's thread. */
final class FakeStream implements CameraStream {
    static final Blob JPEG = Blob.wrap(new byte[] {1, 2, 3});

    final List<BoundingBox> faces = new ArrayList<>();
    boolean isClosed;

    private final MovingClock clock;
    private final Deque<CameraEvent> events = new ArrayDeque<>();
    private Optional<CameraException> end = Optional.empty();
    private Instant endsAt = Instant.MAX;

    FakeStream(MovingClock clock) {
        this.clock = clock;
    }

    FakeStream picture() {
        events.add(new CameraEvent.Taken(clock.instant(), 640, 360, Optional.of(JPEG), Optional.empty()));
        return this;
    }

    FakeStream still() {
        events.add(new CameraEvent.Taken(clock.instant(), 640, 360, Optional.empty(), Optional.empty()));
        return this;
    }

    FakeStream pictureWithPreview() {
        var preview = new CameraEvent.Preview(320, 180, JPEG);
        events.add(new CameraEvent.Taken(clock.instant(), 640, 360, Optional.of(JPEG), Optional.of(preview)));
        return this;
    }

    FakeStream silentFor(Duration time) {
        return figures(time, 0);
    }

    FakeStream figures(Duration sincePicture, long damaged, CameraNotice... notices) {
        events.add(new CameraEvent.Figures(new StreamFigures(
                Optional.of("h264"), 640, 360, 25, 100, damaged, 2, 3, 1, sincePicture.toMillis(), Set.of(notices))));
        return this;
    }

    /** Fails once its events are taken. */
    FakeStream thenEnds(CameraException failure) {
        return endsAfter(Duration.ZERO, failure);
    }

    FakeStream endsAfter(Duration time, CameraException failure) {
        end = Optional.of(failure);
        endsAt = clock.instant().plus(time);
        return this;
    }

    @Override
    public Optional<CameraEvent> next(Duration wait) throws CameraException {
        var event = events.poll();
        if (event == null) {
            if (end.isPresent() && !clock.instant().isBefore(endsAt)) {
                throw end.get();
            }
            clock.move(wait);
        }
        return Optional.ofNullable(event);
    }

    @Override
    public void facesInView(List<BoundingBox> seen) {
        faces.addAll(seen);
    }

    @Override
    public void close() {
        isClosed = true;
    }
}
