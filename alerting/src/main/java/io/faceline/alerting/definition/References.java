package io.faceline.alerting.definition;

import io.faceline.contracts.delivery.Receiver;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.rule.WatchList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees to it that definitions name only what there is. */
final class References {
    private final Definitions all;
    private final Predicate<PersonId> people;

    References(Definitions all, Predicate<PersonId> people) {
        this.all = all;
        this.people = people;
    }

    /** @throws DefinitionException that says what is named and is not there */
    void require(DefinitionStep<?> step) {
        var where = step.kind() + " \"" + step.id() + "\"";
        if (step.value() instanceof AlertRule rule) {
            requireRule(where, rule);
        } else if (step.value() instanceof WatchList list) {
            list.people().forEach(person -> requirePerson(where + " people", person));
        } else if (step.value() instanceof Receiver receiver) {
            receiver.rules().forEach(rule -> requireIn(DefinitionKind.RULE, where + " rules", rule.value()));
        }
    }

    /** @throws DefinitionException if something still names what is deleted */
    void requireUnnamed(DefinitionStep<?> step) {
        var naming = naming(step);
        if (!naming.isEmpty()) {
            throw new DefinitionException(
                    step.kind() + " \"" + step.id() + "\"",
                    "it cannot be deleted, as it is named by " + String.join(", ", naming)
                            + "; change or delete that first");
        }
    }

    private void requireRule(String where, AlertRule rule) {
        // One that was disabled since its person was deleted can still be renamed, and be part of a file.
        Named.person(rule.who())
                .filter(person -> rule.enabled())
                .ifPresent(person -> requirePerson(where + " who.person", person));
        Named.list(rule.who()).ifPresent(list -> requireList(where + " who.list", list));
        rule.where().groups().forEach(group -> requireGroup(where + " where.groups", group));
        var quiet = rule.quiet();
        if (quiet != null) {
            requireQuiet(where, quiet);
        }
    }

    private void requireQuiet(String where, RuleQuiet quiet) {
        requireList(where + " quiet.accompaniedBy", quiet.accompaniedBy());
        requireList(where + " quiet.unlessSeen", quiet.unlessSeen());
        quiet.at().forEach(group -> requireGroup(where + " quiet.at", group));
    }

    private void requirePerson(String where, PersonId person) {
        if (!people.test(person)) {
            throw new DefinitionException(
                    where,
                    "there is no person \"" + person + "\" in the shared gallery; GET /api/v1/people?scope=shared, or"
                            + " faceline people list, say who is");
        }
    }

    private void requireList(String where, @Nullable ListId list) {
        if (list != null) {
            requireIn(DefinitionKind.LIST, where, list.value());
        }
    }

    private void requireGroup(String where, GroupId group) {
        requireIn(DefinitionKind.GROUP, where, group.value());
    }

    private void requireIn(DefinitionKind<?> kind, String where, String id) {
        if (kind.find(all, id).isEmpty()) {
            throw new DefinitionException(where, "there is no " + kind + " \"" + id + "\"; create it first");
        }
    }

    private List<String> naming(DefinitionStep<?> deleted) {
        var naming = new ArrayList<String>();
        if (deleted.kind().equals(DefinitionKind.RULE)) {
            all.receivers().stream()
                    .filter(receiver -> receiver.rules().stream()
                            .anyMatch(rule -> rule.value().equals(deleted.id())))
                    .forEach(receiver -> naming.add("the receiver \"" + receiver.id() + "\""));
        } else {
            all.rules().stream()
                    .filter(rule -> names(rule, deleted))
                    .forEach(rule -> naming.add("the rule \"" + rule.id() + "\""));
        }
        return naming;
    }

    private static boolean names(AlertRule rule, DefinitionStep<?> deleted) {
        if (deleted.kind().equals(DefinitionKind.LIST)) {
            return Named.lists(rule).anyMatch(list -> list.value().equals(deleted.id()));
        }
        return deleted.kind().equals(DefinitionKind.GROUP)
                && groups(rule).anyMatch(group -> group.value().equals(deleted.id()));
    }

    private static Stream<GroupId> groups(AlertRule rule) {
        var quiet = rule.quiet();
        return Stream.concat(rule.where().groups().stream(), quiet == null ? Stream.empty() : quiet.at().stream());
    }
}
