package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Places;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** When the cameras of a rule were live. Not thread-safe. */
final class CameraLogs {
    /** Of the window, for each camera: with less, nobody can say that somebody was not there. */
    private static final double ENOUGH = 0.9;

    private final Records<LiveLog> logs;

    CameraLogs(JudgeMemory memory) {
        logs = new Records<>(memory, Records.ABSENT + "live", LiveLog.class);
    }

    /** @param needed from when on it is to be known */
    void add(Observation.OfCamera state, Instant needed) {
        var name = state.camera().value();
        var log = logs.find(name).map(before -> before.with(state)).orElseGet(() -> LiveLog.of(state));
        logs.put(name, log.since(needed));
    }

    Collection<CameraId> known() {
        return logs.names().stream().map(CameraId::new).toList();
    }

    /** When the newest state was written; long ago if there is none. */
    Instant heard() {
        return logs.all().stream()
                .map(LiveLog::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /**
     * Whether the cameras of a scope were live for long enough to see whoever came.
     *
     * @param watched since when the rule is judged: what was before is not known
     */
    boolean wereLive(Places places, AlertScope scope, Deadline deadline, Instant watched) {
        var asked = places.cameras(scope, known()).stream()
                .filter(camera -> !places.where().isEverywhere() || isUsed(camera, deadline))
                .toList();
        var from = watched.isAfter(deadline.from()) ? watched : deadline.from();
        var window = Duration.between(deadline.from(), deadline.by()).toMillis();
        return !deadline.isEmpty()
                && !asked.isEmpty()
                && asked.stream().allMatch(camera -> live(camera, from, deadline.by()) >= ENOUGH * window);
    }

    /** A camera that nobody named, and that was off all the time, is not missed. */
    private boolean isUsed(CameraId camera, Deadline deadline) {
        return live(camera, deadline.from(), deadline.by()) > 0
                || logs.find(camera.value())
                        .filter(log -> log.condition() != CameraCondition.DISABLED)
                        .isPresent();
    }

    private long live(CameraId camera, Instant from, Instant to) {
        return logs.find(camera.value())
                .map(log -> log.liveIn(from, to).toMillis())
                .orElse(0L);
    }

    void keepOnly(List<CameraId> cameras) {
        known().stream().filter(camera -> !cameras.contains(camera)).forEach(camera -> logs.remove(camera.value()));
    }

    void clear() {
        logs.clear();
    }
}
