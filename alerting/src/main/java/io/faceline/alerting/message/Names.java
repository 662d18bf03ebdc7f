package io.faceline.alerting.message;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.RuleId;
import java.util.Optional;

/** What people and rules are called. Thread-safe. */
public interface Names {
    /** The name of a person of the shared gallery; empty if there is none. */
    Optional<String> of(PersonId person);

    /** The name of a rule; empty if it is deleted. */
    Optional<String> of(RuleId rule);
}
