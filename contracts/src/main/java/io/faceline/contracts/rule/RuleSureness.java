package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure it must be before somebody is told.
 *
 * @param afterSeconds in view, of looks within the hours of the rule
 * @param goodLooks looks that are good enough to name somebody
 * @param matches looks that name the person
 * @param similarity at least, of the best look; absent: the gallery's threshold decides
 * @param uncertain whether an uncertain name is enough: for people to look at, never for an automatic action
 * @param levels further seconds in view at which it is told again, in increasing order
 */
public record RuleSureness(
        double afterSeconds,
        int goodLooks,
        int matches,
        @OmittedIfAbsent @Nullable Double similarity,
        boolean uncertain,
        List<Integer> levels) {
    /** For somebody who was named: whoever is named by all looks together needs no good one. */
    public static final RuleSureness NAMED = new RuleSureness(1, 0, 1, null, false, List.of());

    /** For anybody, known or not, rather than what a detector takes for a face. */
    public static final RuleSureness SEEN = new RuleSureness(1, 1, 0, null, false, List.of());

    /** For somebody who was not: every known person is unknown in the first looks. */
    public static final RuleSureness UNNAMED = new RuleSureness(3, 3, 0, null, false, List.of());

    private static final int MAX_LEVELS = 5;

    public RuleSureness {
        levels = List.copyOf(levels);
        Checks.between("afterSeconds", afterSeconds, 0, 86_400);
        Checks.between("goodLooks", goodLooks, 0, 1000);
        Checks.between("matches", matches, 0, 1000);
        if (similarity != null) {
            Checks.between("similarity", similarity, 0, 1);
        }
        Checks.require(levels.size() <= MAX_LEVELS, "a rule has at most " + MAX_LEVELS + " levels");
        for (var i = 0; i < levels.size(); i++) {
            var before = i == 0 ? afterSeconds : levels.get(i - 1);
            Checks.require(levels.get(i) > before, "levels must increase and be later than afterSeconds");
            Checks.between("levels", levels.get(i), 1, 86_400);
        }
    }
}
