package io.faceline.evaluation.groups;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was measured by group.
 *
 * @param embedder model id
 * @param dimensions by data set and dimension
 * @param byName absent without photos with names
 */
public record GroupsReport(
        String embedder,
        List<DimensionRates> dimensions,
        @Nullable NamedGroups byName) {
    public GroupsReport {
        dimensions = List.copyOf(dimensions);
    }
}
