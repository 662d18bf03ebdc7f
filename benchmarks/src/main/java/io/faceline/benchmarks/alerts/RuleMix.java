package io.faceline.benchmarks.alerts;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.contracts.rule.WatchList;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rules of a benchmark. Of each hundred, 40 are about a person, 25 about a list, 10 about unknown people, 5 each about
 * whoever is not on a list and about who comes in with somebody of one, 10 about a deadline and 5 about cameras that are down.
 * Of each ten, six name one source, three a group, and one is about all cameras. 50 cameras, 10 groups, 20 lists of 25 of 500
 * people.
 */
enum RuleMix {
    NONE("no rules"),
    MIXED("a thousand rules of all kinds"),
    STRANGERS("a thousand rules about unknown people at each camera");

    static final int SOURCES = 50;
    static final int PEOPLE = 500;
    static final int RULES = 1000;

    private static final int GROUPS = 10;
    private static final int LISTS = 20;
    private static final int HUNDRED = 100;
    private static final int TEN = 10;

    private final String label;

    RuleMix(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static String source(int index) {
        return "camera-" + index % SOURCES;
    }

    static PersonId person(int index) {
        return new PersonId("person-" + index % PEOPLE);
    }

    private static GroupId group(int index) {
        return new GroupId("group-" + index % GROUPS);
    }

    private static ListId list(int index) {
        return new ListId("list-" + index % LISTS);
    }

    List<SourceGroup> groups() {
        return IntStream.range(0, GROUPS)
                .mapToObj(group -> new SourceGroup(
                        group(group),
                        "Group",
                        SourceRole.BOTH,
                        IntStream.range(0, SOURCES / GROUPS)
                                .mapToObj(source -> source(source * GROUPS + group))
                                .toList(),
                        Instant.EPOCH))
                .toList();
    }

    List<WatchList> lists() {
        return IntStream.range(0, LISTS)
                .mapToObj(list -> new WatchList(
                        list(list),
                        "List",
                        "#d33a2c",
                        "benchmark",
                        IntStream.range(0, PEOPLE / LISTS)
                                .mapToObj(person -> person(person * LISTS + list))
                                .toList(),
                        Instant.EPOCH))
                .toList();
    }

    List<AlertRule> rules() {
        return switch (this) {
            case NONE -> List.of();
            case MIXED ->
                IntStream.range(0, RULES)
                        .mapToObj(i -> rule(i, who(i), places(i)))
                        .toList();
            case STRANGERS ->
                IntStream.range(0, RULES)
                        .mapToObj(i -> rule(i, new RuleSubject.Stranger(), RulePlaces.everywhere(AlertBreadth.SOURCE)))
                        .toList();
        };
    }

    /** Each hundred has the same kinds. */
    private static RuleSubject who(int index) {
        var kind = index % HUNDRED;
        if (kind < 40) {
            return new RuleSubject.Person(person(index));
        }
        if (kind < 65) {
            return new RuleSubject.Listed(list(index));
        }
        if (kind < 75) {
            return new RuleSubject.Stranger();
        }
        if (kind < 80) {
            return new RuleSubject.NotListed(list(index));
        }
        if (kind < 85) {
            return new RuleSubject.Together(list(index), 1, 10);
        }
        return kind < 95
                ? new RuleSubject.Absent(null, list(index), List.of(), LocalTime.of(7, 0), LocalTime.of(9, 0))
                : new RuleSubject.CameraDown(60);
    }

    private static RulePlaces places(int index) {
        // Not in step with the kinds, each of which has all places.
        var place = (index + index / HUNDRED) % TEN;
        if (place < 6) {
            return new RulePlaces(List.of(source(index * 7)), List.of(), List.of(), AlertBreadth.SOURCE);
        }
        return place < 9
                ? new RulePlaces(List.of(), List.of(group(index / TEN)), List.of(), AlertBreadth.GROUP)
                : RulePlaces.everywhere(AlertBreadth.EVERYWHERE);
    }

    private static AlertRule rule(int index, RuleSubject who, RulePlaces where) {
        var isNamed = !(who instanceof RuleSubject.Stranger || who instanceof RuleSubject.NotListed);
        return new AlertRule(
                new RuleId("rule-" + index),
                1,
                "Rule",
                true,
                null,
                who,
                where,
                "Europe/Berlin",
                List.of(),
                isNamed ? RuleSureness.NAMED : RuleSureness.UNNAMED,
                RuleLimits.DEFAULT,
                RulePriority.NORMAL,
                null,
                null,
                null,
                Instant.EPOCH);
    }
}
