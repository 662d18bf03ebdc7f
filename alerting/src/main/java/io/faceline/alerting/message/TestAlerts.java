package io.faceline.alerting.message;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.alert.AlertNews;
import io.faceline.contracts.alert.AlertScope;
import io.faceline.contracts.alert.AlertState;
import io.faceline.contracts.alert.AlertSubject;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.util.List;

/** What a receiver is tried with: an alert that never was, about nobody. */
final class TestAlerts {
    private static final RuleId RULE = new RuleId("test");

    private TestAlerts() {}

    static Alert at(Instant now) {
        return new Alert(
                AlertId.of(RULE, AlertSubject.UNKNOWN, AlertScope.EVERYWHERE, "test"),
                1,
                AlertState.OPEN,
                null,
                List.of(AlertNews.OPENED),
                true,
                RulePriority.NORMAL,
                RULE,
                1,
                AlertKind.UNKNOWN_PERSON,
                AlertSubject.UNKNOWN,
                AlertScope.EVERYWHERE,
                null,
                List.of(),
                now,
                now,
                "UTC",
                0,
                null,
                null,
                0,
                0,
                null,
                false,
                false,
                0,
                null,
                null,
                now,
                now);
    }
}
