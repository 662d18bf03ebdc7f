package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import java.time.Instant;
import java.util.List;

/**
 * Sources that rules name together: topic {@code source-groups}, JSON, compacted. Key: the id. A tombstone deletes the group.
 *
 * @param role what being seen there means
 * @param sources ids of cameras, or names of pushed feeds
 */
public record SourceGroup(GroupId id, String name, SourceRole role, List<String> sources, Instant changedAt) {
    private static final int MAX_NAME = 100;
    private static final int MAX_SOURCES = 1000;

    public SourceGroup {
        sources = List.copyOf(sources);
        Checks.line("a group's name", name, MAX_NAME);
        Checks.require(sources.size() <= MAX_SOURCES, "a group has at most " + MAX_SOURCES + " sources");
        sources.forEach(source -> Checks.id("source", source));
    }
}
