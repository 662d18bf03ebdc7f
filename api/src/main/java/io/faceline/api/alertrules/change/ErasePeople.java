package io.faceline.api.alertrules.change;

import io.faceline.alerting.definition.DefinitionKind;
import io.faceline.alerting.definition.DefinitionStep;
import io.faceline.alerting.definition.Named;
import io.faceline.alerting.definition.RuleFields;
import io.faceline.api.alertrules.table.AlertTables;
import io.faceline.api.alertrules.table.DefinitionWriter;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.WatchList;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people who were deleted off lists, disables rules that name only them, and ends their mutes. Several instances write the same. Blocks.
 * Confined to the thread that makes changes.
 */
public final class ErasePeople {
    static final String BECAUSE = "the person it names was deleted";

    private static final Logger LOG = LoggerFactory.getLogger(ErasePeople.class);

    private final AlertTables tables;
    private final DefinitionWriter writer;
    private final Function<Set<PersonId>, Set<PersonId>> gone;
    private final InstantSource clock;

    /** @param gone of these people, those who are deleted by all that was written until now; may be slow */
    public ErasePeople(
            AlertTables tables,
            DefinitionWriter writer,
            Function<Set<PersonId>, Set<PersonId>> gone,
            InstantSource clock) {
        this.tables = tables;
        this.writer = writer;
        this.gone = gone;
        this.clock = clock;
    }

    /** @param seemsGone whether a person is deleted, as far as this process has read */
    public void run(Predicate<PersonId> seemsGone) {
        var suspects = new HashSet<PersonId>();
        named().filter(seemsGone).forEach(suspects::add);
        if (suspects.isEmpty()) {
            return;
        }
        // This process may have read a list before the person on it.
        var deleted = gone.apply(suspects);
        tables.mutes().all().stream()
                .filter(mute ->
                        ChangeMutes.person(mute).filter(deleted::contains).isPresent())
                .forEach(mute -> writer.write(mute.id(), null));
        var steps = steps(deleted);
        if (!steps.isEmpty()) {
            writer.write(steps);
            LOG.info("event=people_erased_from_rules people={} definitions={}", deleted.size(), steps.size());
        }
    }

    private Stream<PersonId> named() {
        var inRules = tables.of(DefinitionKind.RULE).all().stream()
                .filter(rule -> !isDisabled(rule))
                .flatMap(rule -> Named.person(rule.who()).stream());
        var onLists = tables.of(DefinitionKind.LIST).all().stream().flatMap(list -> list.people().stream());
        var muted = tables.mutes().all().stream().flatMap(mute -> ChangeMutes.person(mute).stream());
        return Stream.concat(Stream.concat(inRules, onLists), muted);
    }

    private static boolean isDisabled(AlertRule rule) {
        return !rule.enabled() && Objects.equals(rule.disabledBecause(), BECAUSE);
    }

    private List<DefinitionStep<?>> steps(Set<PersonId> deleted) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var steps = new ArrayList<DefinitionStep<?>>();
        for (var list : tables.of(DefinitionKind.LIST).all()) {
            if (list.people().stream().anyMatch(deleted::contains)) {
                WatchList without = list.without(deleted::contains, now);
                steps.add(DefinitionStep.changed(DefinitionKind.LIST, without));
            }
        }
        for (var rule : tables.of(DefinitionKind.RULE).all()) {
            if (!isDisabled(rule)
                    && Named.person(rule.who()).filter(deleted::contains).isPresent()) {
                steps.add(DefinitionStep.changed(DefinitionKind.RULE, RuleFields.disabled(rule, BECAUSE, now)));
            }
        }
        return steps;
    }
}
