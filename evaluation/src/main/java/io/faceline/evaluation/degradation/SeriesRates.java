package io.faceline.evaluation.degradation;

import java.util.List;

/**
 * The results of a degradation by level.
 *
 * @param name usable as a file name
 * @param unit the unit of the level names
 * @param levels the original photos, then the mildest level first
 */
public record SeriesRates(String name, String unit, List<LevelRates> levels) {
    public SeriesRates {
        levels = List.copyOf(levels);
    }
}
