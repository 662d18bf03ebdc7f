package io.faceline.runtime.health;

import java.util.Collection;
import java.util.List;

/**
 * The health of a service.
 *
 * @param live false if the service needs a restart
 * @param ready whether the service can process requests or records now
 * @param reasons why it is not live or not ready; empty if healthy
 * @param warnings what an operator should correct although the service works
 */
public record Health(boolean live, boolean ready, List<String> reasons, List<String> warnings) {
    public static final Health GOOD = warned(List.of());

    public Health {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /** Live and ready, with these warnings. */
    public static Health warned(List<String> warnings) {
        return new Health(true, true, List.of(), warnings);
    }

    public static Health notReady(String reason) {
        return new Health(true, false, List.of(reason), List.of());
    }

    public static Health dead(String reason) {
        return new Health(false, false, List.of(reason), List.of());
    }

    /** Live and ready only if all are, with the reasons and warnings of all. */
    public static Health merge(Collection<Health> all) {
        return new Health(
                all.stream().allMatch(Health::live),
                all.stream().allMatch(Health::ready),
                all.stream().flatMap(health -> health.reasons().stream()).toList(),
                all.stream().flatMap(health -> health.warnings().stream()).toList());
    }
}
