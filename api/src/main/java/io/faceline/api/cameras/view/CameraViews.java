package io.faceline.api.cameras.view;

import io.faceline.api.cameras.table.CameraPreviews;
import io.faceline.api.cameras.table.CameraStates;
import io.faceline.contracts.camera.Camera;
import java.time.InstantSource;

/** Makes the views of cameras. Thread-safe. */
public final class CameraViews {
    private final CameraStates states;
    private final CameraPreviews previews;
    private final InstantSource clock;

    public CameraViews(CameraStates states, CameraPreviews previews, InstantSource clock) {
        this.states = states;
        this.previews = previews;
        this.clock = clock;
    }

    public CameraView of(Camera camera, boolean isAdmin) {
        var id = camera.id();
        var state = states.find(id)
                .map(known -> StateView.of(known, isAdmin, states.isCurrent(id, clock.instant())))
                .orElse(null);
        return CameraView.of(
                camera, isAdmin, state, previews.find(id).map(PreviewView::of).orElse(null));
    }
}
