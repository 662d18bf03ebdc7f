package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When nothing is said although the rule holds.
 *
 * @param accompaniedBy somebody of this list is in view at the same source
 * @param unlessSeen somebody of this list was seen
 * @param at at these groups; anywhere if there is none
 * @param withinMinutes so long before
 */
public record RuleQuiet(
        @OmittedIfAbsent @Nullable ListId accompaniedBy,
        @OmittedIfAbsent @Nullable ListId unlessSeen,
        List<GroupId> at,
        int withinMinutes) {
    public RuleQuiet {
        at = List.copyOf(at);
        Checks.between("withinMinutes", withinMinutes, 1, 1440);
        Checks.require(accompaniedBy != null || unlessSeen != null, "quiet needs the list accompaniedBy or unlessSeen");
    }
}
