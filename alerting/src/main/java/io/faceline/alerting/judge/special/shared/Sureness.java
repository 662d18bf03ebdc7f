package io.faceline.alerting.judge.special.shared;

import io.faceline.contracts.alert.AlertIdentity;
import io.faceline.contracts.face.Decision;
import io.faceline.contracts.rule.RuleSureness;
import java.time.Duration;
import java.time.Instant;

/** Whether what is known of a track is sure enough for a rule. */
public final class Sureness {
    private static final double MILLIS_PER_SECOND = 1000;

    private Sureness() {}

    /** Of somebody who is named. */
    public static boolean isNamed(RuleSureness sure, AlertIdentity identity, Instant first, Instant last) {
        return identity.decision() == Decision.MATCH
                && identity.matches() >= sure.matches()
                && isSimilar(sure, identity)
                && isSeen(sure, identity, first, last);
    }

    /** Of anybody, whoever it is. */
    public static boolean isSeen(RuleSureness sure, AlertIdentity identity, Instant first, Instant last) {
        return identity.goodLooks() >= sure.goodLooks() && seconds(first, last) >= sure.afterSeconds();
    }

    public static double seconds(Instant first, Instant last) {
        return Math.max(0, Duration.between(first, last).toMillis() / MILLIS_PER_SECOND);
    }

    private static boolean isSimilar(RuleSureness sure, AlertIdentity identity) {
        return sure.similarity() == null
                || (identity.similarity() != null && identity.similarity() >= sure.similarity());
    }
}
