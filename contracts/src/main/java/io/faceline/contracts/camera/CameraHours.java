package io.faceline.contracts.camera;

import io.faceline.contracts.Checks;
import io.faceline.contracts.schedule.DailySpan;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * When a camera is read, by the local time of a zone: also through the hour that a change of the clocks repeats or skips.
 *
 * @param zone such as {@code Europe/Berlin}
 * @param open at most 50; never if there is none
 */
public record CameraHours(ZoneId zone, List<DailySpan> open) {
    private static final int MAX_SPANS = 50;

    public CameraHours {
        open = List.copyOf(open);
        Checks.require(open.size() <= MAX_SPANS, "hours have at most " + MAX_SPANS + " spans");
    }

    /** Whether the camera is read at this time. */
    public boolean include(Instant instant) {
        return open.stream().anyMatch(span -> span.includes(instant.atZone(zone)));
    }
}
