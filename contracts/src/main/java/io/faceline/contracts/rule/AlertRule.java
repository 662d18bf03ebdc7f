package io.faceline.contracts.rule;

import io.faceline.contracts.Checks;
import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.schedule.DailySpan;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody is to be told: topic {@code rules}, JSON, compacted, which api and the command line write. Key: the id. A
 * tombstone deletes the rule.
 *
 * @param revision 1, and one more with each change
 * @param name what people call it
 * @param disabledBecause why it was disabled by the system, in words; absent if people did, or if it is enabled
 * @param zone such as {@code Europe/Berlin}; a process that does not know it treats the rule as unusable
 * @param hours in which looks count; always if there is none
 * @param quiet when nothing is said although the rule holds
 * @param reminderMinutes after which an open alert that nobody acknowledged is told again
 * @param preset that the form began with
 */
public record AlertRule(
        RuleId id,
        long revision,
        String name,
        boolean enabled,
        @OmittedIfAbsent @Nullable String disabledBecause,
        RuleSubject who,
        RulePlaces where,
        String zone,
        List<DailySpan> hours,
        RuleSureness sure,
        RuleLimits limits,
        RulePriority priority,
        @OmittedIfAbsent @Nullable RuleQuiet quiet,
        @OmittedIfAbsent @Nullable Integer reminderMinutes,
        @OmittedIfAbsent @Nullable String preset,
        Instant changedAt) {
    private static final int MAX_NAME = 100;
    private static final int MAX_HOURS = 50;
    private static final int MAX_ZONE = 100;

    public AlertRule {
        hours = List.copyOf(hours);
        Checks.require(revision >= 1, "a rule's revision must be at least 1, was " + revision);
        Checks.line("a rule's name", name, MAX_NAME);
        Checks.line("a rule's time zone", zone, MAX_ZONE);
        Checks.require(hours.size() <= MAX_HOURS, "a rule has at most " + MAX_HOURS + " spans of hours");
        if (reminderMinutes != null) {
            Checks.between("reminderMinutes", reminderMinutes, 1, 1440);
        }
    }

    /** The time zone; empty if this Java does not know it. */
    public Optional<ZoneId> knownZone() {
        try {
            return Optional.of(ZoneId.of(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a look at this time counts. */
    public boolean includes(Instant look) {
        return knownZone()
                .map(look::atZone)
                .filter(local -> hours.isEmpty() || hours.stream().anyMatch(span -> span.includes(local)))
                .isPresent();
    }

    /** Whether this version judges by it. */
    public boolean isUsable() {
        return enabled
                && who.isKnown()
                && where.per() != AlertBreadth.UNKNOWN
                && knownZone().isPresent();
    }
}
