package io.faceline.evaluation.recognisability;

/**
 * The error rates of the same searches by two rules.
 *
 * @param today by similarity and margin alone
 * @param ours by the rule for pairs
 */
record Compared(String row, Rates today, Rates ours) {
    static Compared of(String row, NamingRule today, NamingRule ours) {
        return new Compared(row, new Rates(today), new Rates(ours));
    }

    void add(Found found) {
        today.add(found);
        ours.add(found);
    }
}
