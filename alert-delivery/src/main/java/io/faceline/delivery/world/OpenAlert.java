package io.faceline.delivery.world;

import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;

/** What is kept of an alert that is open, and not muted. */
public record OpenAlert(RuleId rule, RulePriority priority) {}
