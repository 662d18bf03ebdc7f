package io.faceline.alerting.definition;

import java.util.Set;

/**
 * What a file says.
 *
 * @param given the kinds that have a section in it, also an empty one; what it says nothing of stays
 */
public record WrittenDefinitions(Definitions definitions, Set<DefinitionKind<?>> given) {
    public WrittenDefinitions {
        given = Set.copyOf(given);
    }
}
