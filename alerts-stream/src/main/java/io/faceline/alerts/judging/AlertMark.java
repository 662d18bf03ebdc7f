package io.faceline.alerts.judging;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.identity.FrameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was written of an alert.
 *
 * @param frame of its shot
 * @param shown the frame whose picture was written: that of the shot, or until it comes another of the track; absent if none was
 */
record AlertMark(
        boolean isOpen,
        List<String> tracks,
        @OmittedIfAbsent @Nullable FrameId frame,
        @OmittedIfAbsent @Nullable FrameId shown,
        Instant at) {
    AlertMark {
        tracks = List.copyOf(tracks);
    }

    /** @param shown as above */
    static AlertMark of(Alert alert, Optional<FrameId> shown, Instant now) {
        var shot = alert.shot();
        return new AlertMark(
                alert.state() == AlertState.OPEN,
                alert.tracks(),
                shot == null ? null : shot.frame(),
                shown.orElse(null),
                now);
    }

    AlertMark showing(FrameId picture) {
        return new AlertMark(isOpen, tracks, frame, picture, at);
    }

    boolean hasPictureOf(FrameId shot) {
        return shot.equals(shown);
    }

    /** Whether a picture is that of its shot, or better than none. */
    boolean awaits(String track, FrameId picture) {
        return frame != null
                && !frame.equals(shown)
                && (shown == null || picture.equals(frame))
                && tracks.contains(track);
    }
}
