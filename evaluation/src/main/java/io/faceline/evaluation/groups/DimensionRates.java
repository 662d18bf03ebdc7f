package io.faceline.evaluation.groups;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rates of all groups of one dimension.
 *
 * @param dataset name of the data
 * @param enrolled number of people enrolled in each group
 * @param groups by name
 * @param all the rates of everybody together, with as many enrolled: strangers of other groups are easier
 */
public record DimensionRates(String dataset, String dimension, int enrolled, List<GroupRates> groups, GroupRates all) {
    public DimensionRates {
        groups = List.copyOf(groups);
    }

    /** The group with the highest FPIR; empty where nobody was named falsely. */
    public Optional<Worst> worstFpir() {
        return worst(GroupRates::fpir);
    }

    /** The group with the highest share of photos without a face; empty where all were found. */
    public Optional<Worst> worstNotFound() {
        return worst(group -> complement(group.facesFound()));
    }

    /**
     * The worst group.
     *
     * @param others the mean rate of the other groups
     * @param isClear whether the interval of the worst group is above it; else the photos are too few to tell
     */
    public record Worst(String group, Rate rate, double others, boolean isClear) {}

    private Optional<Worst> worst(Function<GroupRates, Rate> rate) {
        return groups.stream()
                .max(Comparator.comparingDouble(group -> rate.apply(group).value()))
                .filter(group -> rate.apply(group).value() > 0)
                .map(group -> worst(group, rate));
    }

    private Worst worst(GroupRates worst, Function<GroupRates, Rate> rate) {
        var others = groups.stream()
                .filter(group -> !group.equals(worst))
                .mapToDouble(group -> rate.apply(group).value())
                .average()
                .orElse(0);
        var own = rate.apply(worst);
        return new Worst(worst.group(), own, others, own.isAbove(others));
    }

    private static Rate complement(Rate rate) {
        return new Rate(1 - rate.value(), 1 - rate.high(), 1 - rate.low());
    }
}
