package io.faceline.alerts.passing;

import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.RuleId;

/** Receives what rules are to judge, in order. */
@FunctionalInterface
interface ObservationOutbox {
    void pass(RuleId rule, Observation observation);
}
