package io.faceline.alerts.judging;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was written of an alert.
 *
 * @param frame of its shot
 * @param isPictured whether the shot's picture was written
 */
record AlertMark(
        boolean isOpen,
        List<String> tracks,
        @OmittedIfAbsent @Nullable FrameId frame,
        boolean isPictured,
        Instant at) {
    AlertMark {
        tracks = List.copyOf(tracks);
    }

    static AlertMark of(Alert alert, boolean isPictured, Instant now) {
        var shot = alert.shot();
        return new AlertMark(
                alert.state() == AlertState.OPEN, alert.tracks(), shot == null ? null : shot.frame(), isPictured, now);
    }

    AlertMark pictured() {
        return new AlertMark(isOpen, tracks, frame, true, at);
    }

    boolean hasPictureOf(FrameId shown) {
        return isPictured && shown.equals(frame);
    }

    boolean awaits(String track, FrameId shown) {
        return !isPictured && shown.equals(frame) && tracks.contains(track);
    }
}
