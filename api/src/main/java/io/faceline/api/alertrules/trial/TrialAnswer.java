package io.faceline.api.alertrules.trial;

import java.time.Instant;
import java.util.List;

/**
 * What a rule would have said.
 *
 * @param tracks records of tracks that were judged
 * @param isComplete whether there were no more than can be judged at once
 */
public record TrialAnswer(Instant from, Instant to, int tracks, boolean isComplete, List<TrialAlert> alerts) {
    public TrialAnswer {
        alerts = List.copyOf(alerts);
    }
}
