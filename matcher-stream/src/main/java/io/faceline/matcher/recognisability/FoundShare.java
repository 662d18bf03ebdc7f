package io.faceline.matcher.recognisability;

import io.faceline.contracts.Checks;
import java.util.List;

/**
 * The share of photos of enrolled people that a search finds the right person for, by the quality of the photo.
 *
 * @param from quality in the middle of the first interval
 * @param step length of an interval of quality
 * @param shares of each interval, from 0 to 1, not falling
 */
public record FoundShare(double from, double step, List<Double> shares) {
    public FoundShare {
        shares = List.copyOf(shares);
        Checks.require(step > 0, "the step of the shares found must be above 0, was " + step);
        Checks.require(!shares.isEmpty(), "the shares found must not be empty");
        for (var i = 0; i < shares.size(); i++) {
            var least = i == 0 ? 0 : shares.get(i - 1);
            var share = shares.get(i);
            Checks.require(share >= least && share <= 1, "the shares found must rise from 0 to 1, were " + shares);
        }
    }

    /** Interpolated between the middles of the intervals; 0 to 1. */
    double at(double quality) {
        var place = Math.max(0, Math.min(shares.size() - 1, (quality - from) / step));
        var below = (int) place;
        var above = Math.min(shares.size() - 1, below + 1);
        return shares.get(below) + (place - below) * (shares.get(above) - shares.get(below));
    }
}
