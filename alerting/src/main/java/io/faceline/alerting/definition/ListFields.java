package io.faceline.alerting.definition;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.WatchList;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** Makes watch lists of what people write. */
public final class ListFields {
    static final String COLOUR = "#5a6b7b";
    static final String OWNER = "admin";

    private static final Set<String> KNOWN = Set.of("id", "name", "colour", "owner", "people", "changedAt");

    private ListFields() {}

    /**
     * A list, with an id made of its name if it has none.
     *
     * @throws DefinitionException that names the field that is invalid
     */
    public static WatchList read(Fields list, Instant now) {
        list.requireKnown(KNOWN);
        var name = list.requiredText("name", "\"Staff\"");
        var id = list.text("id").orElseGet(() -> Slug.of(name, "list"));
        var people = list.texts("people").stream()
                .map(person -> list.in("people", () -> new PersonId(person)))
                .toList();
        return list.make(() -> new WatchList(
                list.in("id", () -> new ListId(id)),
                name,
                list.text("colour").orElse(COLOUR).toLowerCase(Locale.ROOT),
                list.text("owner").orElse(OWNER),
                people,
                now));
    }

    static WatchList at(Instant time, WatchList list) {
        return new WatchList(list.id(), list.name(), list.colour(), list.owner(), list.people(), time);
    }
}
