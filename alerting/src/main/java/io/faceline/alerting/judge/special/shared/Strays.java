package io.faceline.alerting.judge.special.shared;

import io.faceline.alerting.judge.AlertLedger;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertReason;
import java.time.Instant;
import java.util.function.Predicate;

/** Open alerts of another judge: the rule came to be about something else while nobody judged. */
public final class Strays {
    private Strays() {}

    public static void close(AlertLedger ledger, Predicate<AlertId> isOwn, Instant now) {
        ledger.open().stream().filter(alert -> !isOwn.test(alert.id())).forEach(alert -> ledger.draft(alert.id())
                .ifPresent(draft -> ledger.close(draft, AlertReason.RULE_CHANGED, now)));
    }
}
