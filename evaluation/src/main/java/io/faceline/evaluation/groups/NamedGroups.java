package io.faceline.evaluation.groups;

import java.util.List;

/**
 * Missed and false names by gender, where a first name suggests one.
 *
 * @param people number of people of the data
 * @param covered number of them whose first name is in the list
 * @param enrolled number of people enrolled with one photo each
 * @param splits number of random splits
 */
public record NamedGroups(int people, int covered, int enrolled, int splits, List<NamedGroupRates> groups) {
    public NamedGroups {
        groups = List.copyOf(groups);
    }
}
