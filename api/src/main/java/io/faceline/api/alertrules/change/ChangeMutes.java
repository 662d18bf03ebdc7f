package io.faceline.api.alertrules.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.contracts.alert.Mute;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.runtime.http.ProblemException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Changes of mutes. Blocks. Confined to the thread that makes changes. */
public final class ChangeMutes {
    private static final Set<String> KNOWN = Set.of("rule", "subject", "source", "group", "alert", "until", "by");
    private static final int MAX = 1000;
    /** Whoever judges may be behind. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final AlertTables tables;
    private final DefinitionWriter writer;
    private final InstantSource clock;

    public ChangeMutes(AlertTables tables, DefinitionWriter writer, InstantSource clock) {
        this.tables = tables;
        this.writer = writer;
        this.clock = clock;
    }

    /** Those that have not ended. */
    public List<Mute> current() {
        var now = clock.instant();
        return tables.mutes().all().stream()
                .filter(mute -> mute.until().isAfter(now))
                .collect(Collectors.toUnmodifiableList());
    }

    public Mute create(ObjectNode given) {
        given.fieldNames().forEachRemaining(name -> {
            if (!KNOWN.contains(name)) {
                throw ChangeDefinitions.badRequest(
                        "there is no field \"" + name + "\"; there are " + String.join(", ", new TreeSet<>(KNOWN)));
            }
        });
        var mute = read(given);
        requireNamed(mute);
        if (current().size() >= MAX) {
            throw new ProblemException(409, "TOO_MANY_DEFINITIONS", "there are at most " + MAX + " mutes: end one");
        }
        writer.write(mute.id(), mute);
        return mute;
    }

    private Mute read(ObjectNode given) {
        var whole = given.deepCopy();
        whole.put("id", UUID.randomUUID().toString());
        whole.put("from", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        if (!whole.has("by")) {
            whole.put("by", "admin");
        }
        try {
            return Mappers.JSON.treeToValue(whole, Mute.class);
        } catch (JsonProcessingException e) {
            var fault = e.getCause() instanceof IllegalArgumentException known ? known.getMessage() + "; " : "";
            throw ChangeDefinitions.badRequest(fault + "it must be such as {\"rule\":\"back-door\",\"until\":"
                    + "\"2026-12-01T18:00:00Z\"}, with a rule, subject, source, group or alert");
        }
    }

    /** The person whom a mute is about. Anyone may write to the topic: what is no id is nobody. */
    static Optional<PersonId> person(Mute mute) {
        var subject = mute.subject();
        try {
            return subject == null ? Optional.empty() : subject.person();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void requireNamed(Mute mute) {
        var rule = mute.rule();
        if (rule != null && tables.of(DefinitionKind.RULE).find(rule.value()).isEmpty()) {
            throw ChangeDefinitions.badRequest("rule: there is no rule \"" + rule + "\"");
        }
        var group = mute.group();
        if (group != null && tables.of(DefinitionKind.GROUP).find(group.value()).isEmpty()) {
            throw ChangeDefinitions.badRequest("group: there is no group \"" + group + "\"");
        }
    }

    public void end(String id) {
        if (tables.mutes().find(id).isEmpty()) {
            throw new ProblemException(404, "NO_SUCH_DEFINITION", "there is no mute with this id");
        }
        writer.write(id, null);
    }

    /** Removes what ended long ago. Several instances remove the same. */
    public void removeEnded() {
        var before = clock.instant().minus(KEPT);
        tables.mutes().all().stream()
                .filter(mute -> mute.until().isBefore(before))
                .forEach(mute -> writer.write(mute.id(), null));
    }
}
