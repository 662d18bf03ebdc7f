package io.faceline.api.alertrules.change;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.definition.DefinitionException;
import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionPlan;
import io.faceline.alerting.definition.DefinitionsFile;
import io.faceline.alerting.definition.Fields;
import io.faceline.alerting.definition.ReceiverFields;
import io.faceline.alerting.definition.WrittenDefinitions;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.WatchList;
import io.faceline.runtime.http.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of rules, lists, groups and receivers. Blocks. Confined to the thread that makes changes, one at a time, so that none
 * is lost between reading and writing.
 */
public final class ChangeDefinitions {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeDefinitions.class);

    private final AlertTables tables;
    private final DefinitionWriter writer;
    private final ReceiverFields receivers;
    private final Predicate<PersonId> people;
    private final InstantSource clock;

    /** @param people who is in the shared gallery, also if they were merged into others */
    public ChangeDefinitions(
            AlertTables tables,
            DefinitionWriter writer,
            ReceiverFields receivers,
            Predicate<PersonId> people,
            InstantSource clock) {
        this.tables = tables;
        this.writer = writer;
        this.receivers = receivers;
        this.people = people;
        this.clock = clock;
    }

    public <T> T create(DefinitionKind<T> kind, ObjectNode given) {
        var value = valid(() -> kind.read(Fields.ofJson(given), Optional.empty(), receivers, now()));
        var id = kind.id(value);
        if (tables.of(kind).find(id).isPresent()) {
            throw new ProblemException(
                    409,
                    "DEFINITION_EXISTS",
                    "there is a " + kind + " with the id \"" + id
                            + "\": change that one, or give this one another \"id\"");
        }
        if (tables.of(kind).all().size() >= kind.max()) {
            throw new ProblemException(
                    409,
                    "TOO_MANY_DEFINITIONS",
                    "there are at most " + kind.max() + " " + kind.words() + ": delete one");
        }
        return put(kind, value);
    }

    /** A rule that is to be tried, and names only what there is. */
    public AlertRule rule(ObjectNode given) {
        var rule = valid(() -> DefinitionKind.RULE.read(Fields.ofJson(given), Optional.empty(), receivers, now()));
        var unused = plan(written(DefinitionKind.RULE, List.of(rule)), false);
        return rule;
    }

    /** Replaces all fields. */
    public <T> T replace(DefinitionKind<T> kind, String id, ObjectNode given) {
        var known = known(kind, id);
        if (given.has("id") && !given.path("id").asText().equals(id)) {
            throw badRequest("id: it cannot be changed; what was said under it is found by it");
        }
        given.put("id", id);
        return put(kind, valid(() -> kind.read(Fields.ofJson(given), Optional.of(known), receivers, now())));
    }

    /** @param isOn whether the person is to be on the list */
    public WatchList list(String id, String person, boolean isOn) {
        var known = known(DefinitionKind.LIST, id);
        var one = valid(() -> new PersonId(person));
        if (known.people().contains(one) == isOn) {
            return known;
        }
        var people = new ArrayList<>(known.people());
        if (isOn) {
            people.add(one);
        } else {
            people.remove(one);
        }
        return put(
                DefinitionKind.LIST,
                valid(() -> new WatchList(known.id(), known.name(), known.colour(), known.owner(), people, now())));
    }

    private <T> T put(DefinitionKind<T> kind, T value) {
        var plan = plan(written(kind, List.of(value)), false);
        writer.write(plan.steps());
        log(plan);
        return kind.find(plan.after(), kind.id(value)).orElseThrow();
    }

    public <T> void delete(DefinitionKind<T> kind, String id) {
        var known = known(kind, id);
        var others = tables.of(kind).all().stream()
                .filter(other -> !other.equals(known))
                .toList();
        DefinitionPlan plan;
        try {
            plan = DefinitionPlan.of(tables.definitions(), written(kind, others), true, person -> true);
        } catch (DefinitionException e) {
            throw new ProblemException(409, "DEFINITION_IN_USE", String.valueOf(e.getMessage()));
        }
        writer.write(plan.steps());
        log(plan);
    }

    /**
     * All of a file, or nothing.
     *
     * @param replace whether what a section does not have is deleted
     * @param dryRun whether nothing is written
     * @return what was done, or would be
     */
    public DefinitionPlan apply(String yaml, boolean replace, boolean dryRun) {
        var file = new DefinitionsFile(receivers);
        var plan = plan(valid(() -> file.read(yaml, tables.definitions(), now())), replace);
        if (!dryRun) {
            writer.write(plan.steps());
            log(plan);
        }
        return plan;
    }

    private DefinitionPlan plan(WrittenDefinitions wanted, boolean replace) {
        return valid(() -> DefinitionPlan.of(tables.definitions(), wanted, replace, people));
    }

    private static <T> WrittenDefinitions written(DefinitionKind<T> kind, List<T> values) {
        return new WrittenDefinitions(kind.alone(values), Set.of(kind));
    }

    private <T> T known(DefinitionKind<T> kind, String id) {
        return tables.of(kind).find(id).orElseThrow(() -> noSuch(kind));
    }

    public static ProblemException noSuch(DefinitionKind<?> kind) {
        return new ProblemException(404, "NO_SUCH_DEFINITION", "there is no " + kind + " with this id");
    }

    private static void log(DefinitionPlan plan) {
        plan.steps()
                .forEach(step -> LOG.info(
                        "event=definition_written kind={} id={} action={}", step.kind(), step.id(), step.action()));
    }

    /** @throws ProblemException with what the definitions say of themselves */
    static <T> T valid(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(String.valueOf(e.getMessage()));
        }
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(400, "BAD_REQUEST", detail);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
