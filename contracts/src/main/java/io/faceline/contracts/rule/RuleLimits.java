package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.time.LocalTime;

/**
 * How often it is told at most, in the time of the looks.
 *
 * @param holdSeconds from the last look until the alert is closed; a new track of the subject joins it meanwhile
 * @param silenceSeconds from the last look of an alert; in it another visit is counted and not told
 * @param longestSeconds after which an alert is closed although the subject is still in view
 * @param lid alerts of unknown people a source and hour; more are one alert that counts
 * @param first whether only the first visit is told
 * @param dayBegins when a local date begins, for {@code first} of a day
 */
public record RuleLimits(
        int holdSeconds, int silenceSeconds, int longestSeconds, int lid, FirstOnly first, LocalTime dayBegins) {
    public static final RuleLimits DEFAULT = new RuleLimits(40, 600, 86_400, 10, FirstOnly.NO, LocalTime.MIDNIGHT);

    public RuleLimits {
        Checks.between("holdSeconds", holdSeconds, 2, 3600);
        Checks.between("silenceSeconds", silenceSeconds, 0, 604_800);
        Checks.between("longestSeconds", longestSeconds, 60, 604_800);
        Checks.between("lid", lid, 1, 10_000);
    }
}
