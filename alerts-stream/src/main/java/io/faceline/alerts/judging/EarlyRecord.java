package io.faceline.alerts.judging;

import io.faceline.contracts.alert.Observation;
import java.time.Instant;

/**
 * An observation of a rule that is not known here yet: another instance read the rule sooner.
 *
 * @param at when it was read
 */
record EarlyRecord(Observation observation, Instant at) {}
