package io.faceline.api.alerts;

import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.track.Correction;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what people say of alerts and their tracks. Thread-safe. */
public interface AlertWrites {
    /** A change, and the rule of its alert, by which it is written. */
    record Said(RuleId rule, AlertChange change) {}

    /** Blocks until they are written. */
    void say(List<Said> said);

    /**
     * Blocks until they can be read.
     *
     * @param said by key; empty for what is taken back
     */
    void correct(Map<String, Optional<Correction>> said);
}
