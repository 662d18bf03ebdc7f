package io.faceline.alerting.definition;

import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RulePriority;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes rules of what people write. */
public final class RuleFields {
    /** What the server writes itself: read, and passed over. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "revision",
            "name",
            "enabled",
            "disabledBecause",
            "who",
            "where",
            "zone",
            "hours",
            "sure",
            "limits",
            "priority",
            "quiet",
            "reminderMinutes",
            "preset",
            "changedAt");

    /** Part of a path, which no rule may be called. */
    private static final Set<String> RESERVED = Set.of("presets", "try");

    private RuleFields() {}

    /**
     * A rule of revision 1 with the usual for what is not given; without an id its name becomes one.
     *
     * @throws DefinitionException that names the field that is invalid
     */
    public static AlertRule read(Fields rule, Instant now) {
        rule.requireKnown(KNOWN);
        var name = rule.requiredText("name", "\"Back door at night\"");
        var id = rule.text("id").orElseGet(() -> Slug.of(name, "rule"));
        if (RESERVED.contains(id)) {
            throw rule.fault("id", "\"" + id + "\" cannot be the id of a rule; choose another");
        }
        var who = SubjectFields.read(rule);
        var zone = zone(rule);
        return rule.make(() -> new AlertRule(
                rule.in("id", () -> new RuleId(id)),
                1,
                name,
                rule.flag("enabled", true),
                null,
                who,
                RuleParts.where(rule),
                zone,
                RuleParts.hours(rule),
                RuleParts.sure(rule, SubjectFields.usual(who)),
                RuleParts.limits(rule),
                rule.word("priority", RulePriority.class).orElse(RulePriority.NORMAL),
                RuleParts.quiet(rule),
                rule.whole("reminderMinutes").orElse(null),
                rule.text("preset").orElse(null),
                now));
    }

    private static String zone(Fields rule) {
        var zone = rule.requiredText("zone", "Europe/Berlin: hours and days are those of a time zone");
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            // Not an offset either, which would be wrong for half of the year.
            throw rule.fault("zone", "\"" + zone + "\" is no time zone that this server knows; such as Europe/Berlin");
        }
        return zone;
    }

    /** The same rule as the next revision of one that is known, which stays disabled for the reason that it was. */
    static AlertRule after(AlertRule known, AlertRule wanted) {
        return with(
                wanted, known.revision() + 1, wanted.enabled() ? null : known.disabledBecause(), wanted.changedAt());
    }

    /** The rule as the system disables it. */
    public static AlertRule disabled(AlertRule rule, String because, Instant now) {
        return with(rule, rule.revision() + 1, because, now);
    }

    private static AlertRule with(AlertRule rule, long revision, @Nullable String because, Instant changedAt) {
        return new AlertRule(
                rule.id(),
                revision,
                rule.name(),
                rule.enabled() && because == null,
                because,
                rule.who(),
                rule.where(),
                rule.zone(),
                rule.hours(),
                rule.sure(),
                rule.limits(),
                rule.priority(),
                rule.quiet(),
                rule.reminderMinutes(),
                rule.preset(),
                changedAt);
    }

    /** Whether only revision and time of change differ. */
    static boolean isSame(AlertRule known, AlertRule wanted) {
        return after(known, wanted)
                .equals(with(known, known.revision() + 1, known.disabledBecause(), wanted.changedAt()));
    }
}
