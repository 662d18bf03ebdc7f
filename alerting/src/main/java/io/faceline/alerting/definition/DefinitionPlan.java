package io.faceline.alerting.definition;

import io.faceline.contracts.identity.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What is to be written so that definitions become as they are wanted, in an order in which nothing names what is not there.
 *
 * @param after all definitions as they are then
 */
public record DefinitionPlan(List<DefinitionStep<?>> steps, Definitions after) {
    public DefinitionPlan {
        steps = List.copyOf(steps);
    }

    /**
     * @param replace whether what a section does not have is deleted
     * @param people who is in the shared gallery
     * @throws DefinitionException if the definitions name what there is not, or are too many
     */
    public static DefinitionPlan of(
            Definitions known, WrittenDefinitions wanted, boolean replace, Predicate<PersonId> people) {
        var written = new ArrayList<DefinitionStep<?>>();
        var deleted = new ArrayList<DefinitionStep<?>>();
        var lists = merged(DefinitionKind.LIST, known, wanted, replace, written, deleted);
        var groups = merged(DefinitionKind.GROUP, known, wanted, replace, written, deleted);
        var rules = merged(DefinitionKind.RULE, known, wanted, replace, written, deleted);
        var receivers = merged(DefinitionKind.RECEIVER, known, wanted, replace, written, deleted);
        var after = new Definitions(rules, lists, groups, receivers);
        var references = new References(after, people);
        written.forEach(references::require);
        deleted.forEach(references::requireUnnamed);
        Collections.reverse(deleted);
        written.addAll(deleted);
        return new DefinitionPlan(written, after);
    }

    private static <T> List<T> merged(
            DefinitionKind<T> kind,
            Definitions known,
            WrittenDefinitions wanted,
            boolean replace,
            List<DefinitionStep<?>> written,
            List<DefinitionStep<?>> deleted) {
        var before = byId(kind, kind.in(known));
        var named = byId(kind, kind.in(wanted.definitions()));
        var after = new LinkedHashMap<>(before);
        named.forEach((id, value) -> after.put(id, step(kind, before, value, written)));
        if (replace && wanted.given().contains(kind)) {
            before.forEach((id, value) -> {
                if (!named.containsKey(id)) {
                    deleted.add(DefinitionStep.deleted(kind, value));
                    after.remove(id);
                }
            });
        }
        requireRoom(kind, before.size(), after.size());
        return List.copyOf(after.values());
    }

    private static <T> T step(DefinitionKind<T> kind, Map<String, T> before, T value, List<DefinitionStep<?>> written) {
        var known = before.get(kind.id(value));
        if (known == null) {
            written.add(DefinitionStep.created(kind, value));
            return value;
        }
        var next = kind.next(known, value);
        if (!next.equals(known)) {
            written.add(DefinitionStep.changed(kind, next));
        }
        return next;
    }

    private static void requireRoom(DefinitionKind<?> kind, int before, int after) {
        if (after > kind.max() && after > before) {
            throw new DefinitionException(
                    kind.words(), "there may be at most " + kind.max() + ", and there would be " + after);
        }
    }

    private static <T> Map<String, T> byId(DefinitionKind<T> kind, List<T> values) {
        var byId = new LinkedHashMap<String, T>();
        values.forEach(value -> byId.put(kind.id(value), value));
        return byId;
    }
}
