package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.judge.special.shared.CameraSilence;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a camera was live, as far as its states tell.
 *
 * @param live in order; the last one grows with each state that says so
 * @param condition of the last state
 * @param at when the last state was written
 */
record LiveLog(List<Stretch> live, CameraCondition condition, Instant at) {
    /** More than a week of a camera that comes and goes every ten minutes. */
    private static final int MAX_STRETCHES = 1100;

    /**
     * @param to exclusive
     */
    record Stretch(Instant from, Instant to) {
        private Stretch until(Instant end) {
            return new Stretch(from, end);
        }

        private Duration within(Instant begin, Instant end) {
            var first = from.isAfter(begin) ? from : begin;
            var last = to.isBefore(end) ? to : end;
            return first.isBefore(last) ? Duration.between(first, last) : Duration.ZERO;
        }
    }

    LiveLog {
        live = List.copyOf(live);
    }

    static LiveLog of(Observation.OfCamera state) {
        var live = isLive(state.condition())
                ? List.of(new Stretch(min(state.since(), state.at()), state.at()))
                : List.<Stretch>of();
        return new LiveLog(live, state.condition(), state.at());
    }

    /** With a further state; without effect if it is older than the last one. */
    LiveLog with(Observation.OfCamera state) {
        if (!state.at().isAfter(at)) {
            return this;
        }
        var now = new ArrayList<>(live);
        if (isLive(state.condition()) && isLive(condition) && !state.since().isAfter(at)) {
            now.add(now.remove(now.size() - 1).until(state.at()));
        } else if (isLive(state.condition())) {
            now.add(new Stretch(max(at, min(state.since(), state.at())), state.at()));
        } else if (isLive(condition) && !state.since().isAfter(at.plus(CameraSilence.LONGEST))) {
            now.add(now.remove(now.size() - 1).until(max(at, state.since())));
        }
        return new LiveLog(
                now.subList(Math.max(0, now.size() - MAX_STRETCHES), now.size()), state.condition(), state.at());
    }

    /** Without what was over before this time. */
    LiveLog since(Instant time) {
        var begin = min(time, at);
        return new LiveLog(
                live.stream().filter(stretch -> !stretch.to().isBefore(begin)).toList(), condition, at);
    }

    /** For how long it was live within this time. */
    Duration liveIn(Instant from, Instant to) {
        var known = live.stream().map(stretch -> stretch.within(from, to)).reduce(Duration.ZERO, Duration::plus);
        return isLive(condition) && !to.isAfter(at.plus(CameraSilence.LONGEST))
                ? known.plus(new Stretch(at, to).within(from, to))
                : known;
    }

    private static boolean isLive(CameraCondition condition) {
        return condition == CameraCondition.LIVE;
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant max(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
