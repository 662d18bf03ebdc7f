package io.faceline.evaluation.degradation;

import java.util.List;

/**
 * One kind of degradation, level by level.
 *
 * @param name fit for a file name
 * @param unit what the levels' names say
 * @param levels the photos as they are, then from the mildest
 */
public record SeriesRates(String name, String unit, List<LevelRates> levels) {
    public SeriesRates {
        levels = List.copyOf(levels);
    }
}
