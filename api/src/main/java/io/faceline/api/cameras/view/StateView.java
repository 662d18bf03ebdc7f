package io.faceline.api.cameras.view;

import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraFigures;
import io.faceline.contracts.camera.CameraNotice;
import io.faceline.contracts.camera.CameraState;
import java.time.Instant;
import java.util.List;

/**
 * What a camera does, as an answer.
 *
 * @param reason null unless an admin asks, as are redirectedTo and instance: they may name hosts
 * @param isCurrent false if nothing was told for half a minute, so that no instance reads the camera
 */
public record StateView(
        CameraCondition condition,
        String reason,
        Instant since,
        Instant nextTryAt,
        String redirectedTo,
        List<CameraNotice> notices,
        CameraFigures figures,
        String instance,
        Instant at,
        boolean isCurrent) {
    public StateView {
        notices = List.copyOf(notices);
    }

    static StateView of(CameraState state, boolean isAdmin, boolean isCurrent) {
        return new StateView(
                state.condition(),
                isAdmin ? state.reason() : null,
                state.since(),
                state.nextTryAt(),
                isAdmin ? state.redirectedTo() : null,
                state.notices(),
                state.figures(),
                isAdmin ? state.instance() : null,
                state.at(),
                isCurrent);
    }
}
