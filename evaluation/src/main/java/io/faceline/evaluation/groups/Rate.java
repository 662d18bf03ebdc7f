package io.faceline.evaluation.groups;

/**
 * A share with its 95 % interval.
 *
 * @param value 0 to 1
 * @param low lower bound of the interval
 * @param high upper bound of the interval
 */
public record Rate(double value, double low, double high) {
    /** Of the standard normal distribution, both sides together 5 %. */
    private static final double Z = 1.959964;

    /** Wilson's score interval (1927), which also holds for few trials and rates near 0. */
    static Rate ofCount(double errors, int trials) {
        if (trials == 0) {
            return new Rate(Double.NaN, 0, 1);
        }
        var share = errors / trials;
        var z2 = Z * Z / trials;
        var centre = (share + z2 / 2) / (1 + z2);
        var half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new Rate(
                share, Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half)));
    }

    /** The same value with an interval that holds both. */
    Rate widenedTo(double otherLow, double otherHigh) {
        return new Rate(value, Math.min(low, otherLow), Math.max(high, otherHigh));
    }

    /** Whether the whole interval is above a rate. */
    boolean isAbove(double rate) {
        return low > rate;
    }
}
