package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.recognisability.Found.Truth;

/**
 * Counts the errors of one rule. Not thread-safe.
 */
public final class Rates {
    private static final double PERCENT = 100;

    private final NamingRule rule;
    private long strangers;
    private long strangersNamed;
    private long known;
    private long knownMissed;

    public Rates(NamingRule rule) {
        this.rule = rule;
    }

    public void add(Found found) {
        var isNamed = rule.names(found);
        if (found.truth() == Truth.STRANGER) {
            strangers++;
            strangersNamed += isNamed ? 1 : 0;
        } else {
            known++;
            knownMissed += isNamed && found.truth() == Truth.RIGHT ? 0 : 1;
        }
    }

    public long strangers() {
        return strangers;
    }

    /** False positive identification rate in %: strangers' faces that were named. */
    public double fpir() {
        return strangers == 0 ? 0 : PERCENT * strangersNamed / strangers;
    }

    /** False negative identification rate in %: known faces that were not named rightly. */
    public double fnir() {
        return known == 0 ? Double.NaN : PERCENT * knownMissed / known;
    }
}
