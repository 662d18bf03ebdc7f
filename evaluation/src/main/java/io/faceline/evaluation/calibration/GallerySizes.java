package io.faceline.evaluation.calibration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Match thresholds by number of people, each the smallest with an FPIR of at most
 * {@value ThresholdChoice#MATCH_FPIR} without a margin.
 *
 * @param available number of people in the data
 * @param measured by size, smallest first
 * @param line fitted to the measured thresholds
 * @param raised the value at 500 people of the line that is raised until no measured size is above the FPIR
 * @param tail null when there are too few searches
 */
public record GallerySizes(
        int available,
        int splits,
        List<Measured> measured,
        LogLine line,
        double raised,
        @Nullable Tail tail) {
    public GallerySizes {
        measured = List.copyOf(measured);
    }

    /**
     * Galleries of one size.
     *
     * @param searched number of strangers' faces searched
     * @param fnir at the threshold, 0 to 1
     * @param fpirAtLine at the threshold of the line, 0 to 1
     * @param fnirAtLine at the threshold of the line, 0 to 1
     */
    public record Measured(
            int people, int searched, double threshold, double fnir, double fpirAtLine, double fnirAtLine) {}

    /**
     * The tail of the best similarities of strangers.
     *
     * @param people number of people enrolled in the searches that it is fitted to
     * @param excesses number of searches in the tail
     * @param shape of the generalised Pareto distribution
     * @param estimates smallest gallery first
     */
    public record Tail(int people, int excesses, double shape, List<TailEstimate> estimates) {
        public Tail {
            estimates = List.copyOf(estimates);
        }
    }

    /** The largest gallery in which anything was measured. */
    public int largestMeasured() {
        return measured.get(measured.size() - 1).people();
    }
}
