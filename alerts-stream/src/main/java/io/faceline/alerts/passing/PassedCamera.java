package io.faceline.alerts.passing;

import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.util.List;

/**
 * What was passed on of a camera.
 *
 * @param rules that know the state
 */
record PassedCamera(Observation.OfCamera state, List<RuleId> rules) {
    /** Rules hear of a state that does not change as often as this. */
    static final Duration REPEATED = Duration.ofMinutes(1);

    PassedCamera {
        rules = List.copyOf(rules);
    }

    /** Whether a later state is to be passed on. */
    boolean isFollowedBy(Observation.OfCamera next) {
        var isChanged = next.condition() != state.condition() || !next.since().equals(state.since());
        return next.at().isAfter(state.at())
                && (isChanged || !next.at().isBefore(state.at().plus(REPEATED)));
    }
}
