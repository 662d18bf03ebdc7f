package io.faceline.runtime.health;

import java.util.Collection;
import java.util.List;

/**
 * How a service is.
 *
 * @param live false when only a restart helps
 * @param ready whether it does its work right now
 * @param reasons why it is not live or not ready; empty when all is well
 */
public record Health(boolean live, boolean ready, List<String> reasons) {
    public static final Health GOOD = new Health(true, true, List.of());

    public Health {
        reasons = List.copyOf(reasons);
    }

    public static Health notReady(String reason) {
        return new Health(true, false, List.of(reason));
    }

    public static Health dead(String reason) {
        return new Health(false, false, List.of(reason));
    }

    /** As good as the worst of them, with everyone's reasons. */
    public static Health merge(Collection<Health> all) {
        return new Health(
                all.stream().allMatch(Health::live),
                all.stream().allMatch(Health::ready),
                all.stream().flatMap(health -> health.reasons().stream()).toList());
    }
}
