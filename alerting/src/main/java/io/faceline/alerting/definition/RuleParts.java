package io.faceline.alerting.definition;

import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.GroupId;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RuleQuiet;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.schedule.DailySpan;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a rule that are objects or lists. */
final class RuleParts {
    private static final int DEFAULT_WITHIN = 10;

    private RuleParts() {}

    static RulePlaces where(Fields rule) {
        return rule.object("where").map(RuleParts::places).orElseGet(() -> RulePlaces.everywhere(AlertBreadth.SOURCE));
    }

    private static RulePlaces places(Fields where) {
        where.requireKnown(Set.of("sources", "groups", "jobs", "per"));
        return where.make(() -> new RulePlaces(
                where.texts("sources"),
                groups(where, "groups"),
                where.texts("jobs"),
                where.word("per", AlertBreadth.class).orElse(AlertBreadth.SOURCE)));
    }

    static List<DailySpan> hours(Fields rule) {
        return rule.objects("hours").stream().map(RuleParts::span).toList();
    }

    private static DailySpan span(Fields span) {
        span.requireKnown(Set.of("days", "from", "to"));
        return new DailySpan(
                span.words("days", DayOfWeek.class),
                span.time("from").orElseThrow(() -> span.missing("from", "22:00")),
                span.time("to").orElseThrow(() -> span.missing("to", "06:00")));
    }

    /** @param usual for what is not given */
    static RuleSureness sure(Fields rule, RuleSureness usual) {
        return rule.object("sure").map(sure -> sureness(sure, usual)).orElse(usual);
    }

    private static RuleSureness sureness(Fields sure, RuleSureness usual) {
        sure.requireKnown(Set.of("afterSeconds", "goodLooks", "matches", "similarity", "uncertain", "levels"));
        return sure.make(() -> new RuleSureness(
                sure.number("afterSeconds").orElse(usual.afterSeconds()),
                sure.whole("goodLooks").orElse(usual.goodLooks()),
                sure.whole("matches").orElse(usual.matches()),
                sure.number("similarity").orElse(null),
                sure.flag("uncertain", usual.uncertain()),
                sure.wholes("levels")));
    }

    static RuleLimits limits(Fields rule) {
        return rule.object("limits").map(RuleParts::limitsOf).orElse(RuleLimits.DEFAULT);
    }

    private static RuleLimits limitsOf(Fields limits) {
        var usual = RuleLimits.DEFAULT;
        limits.requireKnown(Set.of("holdSeconds", "silenceSeconds", "longestSeconds", "lid", "first", "dayBegins"));
        return limits.make(() -> new RuleLimits(
                limits.whole("holdSeconds").orElse(usual.holdSeconds()),
                limits.whole("silenceSeconds").orElse(usual.silenceSeconds()),
                limits.whole("longestSeconds").orElse(usual.longestSeconds()),
                limits.whole("lid").orElse(usual.lid()),
                limits.word("first", FirstOnly.class).orElse(usual.first()),
                limits.time("dayBegins").orElse(usual.dayBegins())));
    }

    static @Nullable RuleQuiet quiet(Fields rule) {
        return rule.object("quiet").map(RuleParts::quietOf).orElse(null);
    }

    private static RuleQuiet quietOf(Fields quiet) {
        quiet.requireKnown(Set.of("accompaniedBy", "unlessSeen", "at", "withinMinutes"));
        return quiet.make(() -> new RuleQuiet(
                list(quiet, "accompaniedBy"),
                list(quiet, "unlessSeen"),
                groups(quiet, "at"),
                quiet.whole("withinMinutes").orElse(DEFAULT_WITHIN)));
    }

    private static @Nullable ListId list(Fields fields, String name) {
        return fields.text(name)
                .map(id -> fields.in(name, () -> new ListId(id)))
                .orElse(null);
    }

    private static List<GroupId> groups(Fields fields, String name) {
        return fields.texts(name).stream()
                .map(id -> fields.in(name, () -> new GroupId(id)))
                .toList();
    }
}
