package io.faceline.alerting.definition;

import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import java.time.Instant;
import java.util.Set;

/** Makes groups of sources of what people write. */
public final class GroupFields {
    private static final Set<String> KNOWN = Set.of("id", "name", "role", "sources", "changedAt");

    private GroupFields() {}

    /**
     * A group, with an id made of its name if it has none.
     *
     * @throws DefinitionException that names the field that is invalid
     */
    public static SourceGroup read(Fields group, Instant now) {
        group.requireKnown(KNOWN);
        var name = group.requiredText("name", "\"Entrances\"");
        var id = group.text("id").orElseGet(() -> Slug.of(name, "group"));
        return group.make(() -> new SourceGroup(
                group.in("id", () -> new GroupId(id)),
                name,
                group.word("role", SourceRole.class).orElse(SourceRole.BOTH),
                group.texts("sources"),
                now));
    }

    static SourceGroup at(Instant time, SourceGroup group) {
        return new SourceGroup(group.id(), group.name(), group.role(), group.sources(), time);
    }
}
