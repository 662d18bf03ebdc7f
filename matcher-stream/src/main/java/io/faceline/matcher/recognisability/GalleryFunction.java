package io.faceline.matcher.recognisability;

import io.faceline.contracts.Checks;

/**
 * A value that grows with the logarithm of the number of people in a gallery, as the best similarity of a stranger does.
 *
 * @param at500 value at 500 people
 * @param perLog growth for each factor of e in the number of people
 * @param minPeople the value of fewer people is that of so many
 */
public record GalleryFunction(double at500, double perLog, int minPeople) {
    private static final double REFERENCE = 500;

    public GalleryFunction {
        Checks.require(minPeople >= 1, "minPeople must be at least 1, was " + minPeople);
    }

    public double at(int people) {
        return at500 + perLog * Math.log(Math.max(minPeople, people) / REFERENCE);
    }
}
