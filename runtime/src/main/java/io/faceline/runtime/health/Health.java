package io.faceline.runtime.health;

import java.util.Collection;
import java.util.List;

/**
 * The health of a service.
 *
 * @param live false if the service needs a restart
 * @param ready whether the service can process requests or records now
 * @param reasons why it is not live or not ready; empty if healthy
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

    /** Live and ready only if all are, with the reasons of all. */
    public static Health merge(Collection<Health> all) {
        return new Health(
                all.stream().allMatch(Health::live),
                all.stream().allMatch(Health::ready),
                all.stream().flatMap(health -> health.reasons().stream()).toList());
    }
}
