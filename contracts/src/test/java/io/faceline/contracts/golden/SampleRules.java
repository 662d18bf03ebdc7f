package io.faceline.contracts.golden;

import static io.faceline.contracts.golden.SampleValues.ADA;
import static io.faceline.contracts.golden.SampleValues.ANSWERED;
import static io.faceline.contracts.golden.SampleValues.GRACE;
import static io.faceline.contracts.golden.SampleValues.TOPICS;
import static io.faceline.contracts.golden.SampleValues.VIDEO;

import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.SourceGroup;
import io.faceline.contracts.rule.SourceRole;
import io.faceline.contracts.rule.WatchList;
import io.faceline.contracts.schedule.DailySpan;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules, watch lists and groups of sources. */
final class SampleRules {
    static final RuleId RULE = new RuleId("back-door-at-night");
    static final ListId STAFF = new ListId("staff");
    static final GroupId ENTRANCES = new GroupId("entrances");

    private static final RulePlaces EVERYWHERE = RulePlaces.everywhere(AlertBreadth.SOURCE);
    private static final RulePlaces PLACES =
            new RulePlaces(List.of("back-door"), List.of(ENTRANCES), List.of(VIDEO), AlertBreadth.GROUP);
    private static final RuleLimits DAILY = new RuleLimits(30, 300, 3600, 20, FirstOnly.DAY, LocalTime.of(4, 0));

    private SampleRules() {}

    static Stream<GoldenRecord<AlertRule>> rules() {
        var subjects = Stream.of(
                new RuleSubject.Person(ADA),
                new RuleSubject.Listed(STAFF),
                new RuleSubject.Stranger(),
                new RuleSubject.NotListed(STAFF),
                new RuleSubject.Together(STAFF, 1, 10),
                new RuleSubject.Absent(ADA, null, List.of(DayOfWeek.MONDAY), LocalTime.of(6, 0), LocalTime.of(9, 0)),
                new RuleSubject.Absent(null, STAFF, List.of(), LocalTime.of(6, 0), LocalTime.of(9, 0)),
                new RuleSubject.Absent(null, null, List.of(), LocalTime.of(20, 0), LocalTime.of(2, 30)),
                new RuleSubject.CameraDown(60),
                new RuleSubject.Unknown());
        var about = subjects.map(subject -> rule("about-" + name(subject), plain(subject, EVERYWHERE)));
        var places = Stream.of(
                rule("everywhere-together", plain(new RuleSubject.Stranger(), place(AlertBreadth.EVERYWHERE))),
                rule("of-a-newer-breadth", plain(new RuleSubject.Stranger(), place(AlertBreadth.UNKNOWN))));
        var others = Stream.of(
                rule("with-everything", full()),
                rule("of-newer-words", newer()),
                rule("of-low-priority", low()),
                rule("deleted", null));
        return Stream.of(about, places, others).flatMap(some -> some);
    }

    private static String name(RuleSubject subject) {
        var kind = subject.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        if (!(subject instanceof RuleSubject.Absent absent)) {
            return kind;
        }
        return kind + (absent.person() != null ? "-person" : absent.list() != null ? "-listed" : "-anybody");
    }

    private static RulePlaces place(AlertBreadth per) {
        return RulePlaces.everywhere(per);
    }

    private static AlertRule plain(RuleSubject who, RulePlaces where) {
        return new AlertRule(
                RULE,
                1,
                "Back door",
                true,
                null,
                who,
                where,
                "Europe/Berlin",
                List.of(),
                new RuleSureness(1, 1, 1, null, false, List.of()),
                RuleLimits.DEFAULT,
                RulePriority.NORMAL,
                null,
                null,
                null,
                ANSWERED);
    }

    private static AlertRule full() {
        var night = new DailySpan(List.of(DayOfWeek.FRIDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        return new AlertRule(
                RULE,
                3,
                "Zoë’s back door",
                false,
                "the person it names was deleted",
                new RuleSubject.NotListed(STAFF),
                PLACES,
                "America/Coyhaique",
                List.of(night),
                new RuleSureness(3.5, 3, 2, 0.5, true, List.of(30, 300)),
                DAILY,
                RulePriority.HIGH,
                new RuleQuiet(STAFF, STAFF, List.of(ENTRANCES), 30),
                15,
                "household",
                ANSWERED);
    }

    private static AlertRule low() {
        var base = plain(new RuleSubject.Stranger(), EVERYWHERE);
        return new AlertRule(
                RULE,
                2,
                base.name(),
                true,
                null,
                base.who(),
                base.where(),
                base.zone(),
                base.hours(),
                RuleSureness.UNNAMED,
                new RuleLimits(40, 600, 86_400, 10, FirstOnly.ONCE, LocalTime.MIDNIGHT),
                RulePriority.LOW,
                new RuleQuiet(null, STAFF, List.of(), 60),
                null,
                null,
                ANSWERED);
    }

    private static AlertRule newer() {
        var base = plain(new RuleSubject.Unknown(), EVERYWHERE);
        return new AlertRule(
                RULE,
                2,
                base.name(),
                true,
                null,
                base.who(),
                base.where(),
                base.zone(),
                base.hours(),
                base.sure(),
                new RuleLimits(40, 600, 86_400, 10, FirstOnly.UNKNOWN, LocalTime.MIDNIGHT),
                RulePriority.UNKNOWN,
                new RuleQuiet(STAFF, null, List.of(), 60),
                null,
                null,
                ANSWERED);
    }

    private static GoldenRecord<AlertRule> rule(String name, @Nullable AlertRule rule) {
        return GoldenRecord.json(TOPICS.alerting().rules(), name, RULE.value(), rule);
    }

    static Stream<GoldenRecord<WatchList>> watchLists() {
        var topic = TOPICS.alerting().watchLists();
        return Stream.of(
                GoldenRecord.json(
                        topic,
                        "staff",
                        STAFF.value(),
                        new WatchList(STAFF, "Staff", "#2f7d32", "Zoë, reception", List.of(ADA, GRACE), ANSWERED)),
                GoldenRecord.json(
                        topic,
                        "empty",
                        STAFF.value(),
                        new WatchList(STAFF, "Staff", "#2f7d32", "Zoë, reception", List.of(), ANSWERED)),
                GoldenRecord.json(topic, "deleted", STAFF.value(), null));
    }

    static Stream<GoldenRecord<SourceGroup>> sourceGroups() {
        var topic = TOPICS.alerting().sourceGroups();
        var roles = Arrays.stream(SourceRole.values())
                .map(role -> GoldenRecord.json(
                        topic,
                        "role-" + role.name().toLowerCase(Locale.ROOT),
                        ENTRANCES.value(),
                        new SourceGroup(
                                ENTRANCES,
                                "Entrances",
                                role,
                                role == SourceRole.BOTH ? List.of() : List.of("front-door", "back-door"),
                                ANSWERED)));
        return Stream.concat(roles, Stream.of(GoldenRecord.json(topic, "deleted", ENTRANCES.value(), null)));
    }
}
