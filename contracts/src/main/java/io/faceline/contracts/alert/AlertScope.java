package io.faceline.contracts.alert;

import io.faceline.contracts.Checks;
import io.faceline.contracts.rule.GroupId;
import java.util.Optional;

/** What has alerts of its own, as text: {@code source:<source>}, {@code group:<id>} or {@code everywhere}. */
public record AlertScope(String value) {
    public static final AlertScope EVERYWHERE = new AlertScope("everywhere");

    private static final String SOURCE = "source:";
    private static final String GROUP = "group:";

    public AlertScope {
        Checks.id("scope", value, 300);
    }

    public static AlertScope ofSource(String source) {
        return new AlertScope(SOURCE + source);
    }

    public static AlertScope of(GroupId group) {
        return new AlertScope(GROUP + group);
    }

    public Optional<String> source() {
        return value.startsWith(SOURCE) ? Optional.of(value.substring(SOURCE.length())) : Optional.empty();
    }

    public Optional<GroupId> group() {
        return value.startsWith(GROUP) ? GroupId.parse(value.substring(GROUP.length())) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
