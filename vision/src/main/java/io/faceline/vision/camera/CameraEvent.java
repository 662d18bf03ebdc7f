package io.faceline.vision.camera;

import io.faceline.contracts.Blob;
import java.time.Instant;
import java.util.Optional;

/** What an open camera tells. */
public sealed interface CameraEvent {
    /**
     * A frame was taken at the rate.
     *
     * @param arrivedAt by the clock of this machine, later than that of the frame before
     * @param width pixels of the JPEG
     * @param height pixels of the JPEG
     * @param jpeg empty if nothing moved since the frame before
     * @param preview a small picture of the same frame, about once a second
     */
    record Taken(Instant arrivedAt, int width, int height, Optional<Blob> jpeg, Optional<Preview> preview)
            implements CameraEvent {}

    /** About once a second, also while no picture arrives. */
    record Figures(StreamFigures figures) implements CameraEvent {}

    /**
     * A small picture.
     *
     * @param width pixels
     * @param height pixels
     */
    record Preview(int width, int height, Blob jpeg) {}
}
