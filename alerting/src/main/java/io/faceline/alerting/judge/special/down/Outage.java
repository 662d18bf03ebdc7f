package io.faceline.alerting.judge.special.down;

import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.camera.CameraId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * An outage that was told, until the cameras are back.
 *
 * @param subject a camera, or several together
 * @param since when it began
 * @param cameras that are still down, in order of their ids
 * @param total number of the cameras that were
 */
record Outage(AlertId alert, AlertScope scope, AlertSubject subject, Instant since, List<CameraId> cameras, int total) {
    Outage {
        cameras = List.copyOf(cameras);
    }

    boolean isOfSeveral() {
        return subject.equals(AlertSubject.CAMERAS);
    }

    Outage without(Predicate<CameraId> back) {
        return new Outage(
                alert,
                scope,
                subject,
                since,
                cameras.stream().filter(back.negate()).toList(),
                total);
    }

    Outage with(CameraId camera) {
        var all = new ArrayList<>(cameras);
        all.add(camera);
        return new Outage(alert, scope, subject, since, all, total + 1);
    }
}
