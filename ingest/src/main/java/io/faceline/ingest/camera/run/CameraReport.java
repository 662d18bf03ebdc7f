package io.faceline.ingest.camera.run;

import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a camera does, why, and since when. Logs one line for each change, and one an hour while the camera fails; none while
 * it is switched off. Only the condition may be read by other threads.
 */
final class CameraReport {
    private static final Logger LOG = LoggerFactory.getLogger(CameraReport.class);
    private static final Duration REPEATED = Duration.ofHours(1);
    private static final Set<CameraCondition> FAILING = EnumSet.of(
            CameraCondition.FROZEN,
            CameraCondition.UNREACHABLE,
            CameraCondition.UNAUTHORIZED,
            CameraCondition.UNDECODABLE);

    private final CameraId camera;
    private volatile CameraCondition condition = CameraCondition.CONNECTING;
    private String reason = "";
    private Optional<String> redirectedTo = Optional.empty();
    private Instant since;
    private Instant loggedAt;
    private boolean isTold;

    CameraReport(CameraId camera, Instant now) {
        this.camera = camera;
        this.since = now;
        this.loggedAt = now;
    }

    CameraCondition condition() {
        return condition;
    }

    String reason() {
        return reason;
    }

    Optional<String> redirectedTo() {
        return redirectedTo;
    }

    Instant since() {
        return since;
    }

    boolean isFailing() {
        return FAILING.contains(condition);
    }

    void become(CameraCondition next, String why, Instant now) {
        become(next, why, Optional.empty(), now);
    }

    /** @param redirect where the camera sent its reader */
    void become(CameraCondition next, String why, Optional<String> redirect, Instant now) {
        var isOther = next != condition;
        if (isOther || !reason.equals(why) || !redirectedTo.equals(redirect)) {
            isTold = false;
        }
        reason = why;
        redirectedTo = Objects.requireNonNull(redirect);
        if (isOther) {
            condition = next;
            since = now;
            log(now);
        } else if (isFailing() && !now.isBefore(loggedAt.plus(REPEATED))) {
            log(now);
        }
    }

    private void log(Instant now) {
        loggedAt = now;
        if (condition != CameraCondition.DISABLED) {
            LOG.info("event=camera_changed camera={} condition={} reason=\"{}\"", camera, condition, reason);
        }
    }

    /** Whether something has changed since the last call. */
    boolean isToTell() {
        var isNew = !isTold;
        isTold = true;
        return isNew;
    }
}
