package io.faceline.systemtests.alertchaos;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.FirstOnly;
import io.faceline.contracts.rule.ListId;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import io.faceline.contracts.rule.WatchList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in view when, which rules watch, and what they must say. The same in each round. What a rule says does not depend on
 * when its stage has time: whoever comes back does so within the hold or after the silence, with seconds to spare.
 */
final class Scene {
    static final String DOOR = "door";
    static final String YARD = "yard";
    static final String HALL = "hall";
    static final List<String> SOURCES = List.of(DOOR, YARD, HALL);

    static final PersonId ADA = new PersonId("ada");
    static final PersonId GRACE = new PersonId("grace");
    /** Comes when everything was started again. */
    static final PersonId ZED = new PersonId("zed");

    static final Duration LENGTH = Duration.ofSeconds(28);

    private static final ListId STAFF = new ListId("staff");
    private static final String ADA_AT_DOOR = "ada-at-door";
    private static final String GRACE_ONCE = "grace-once";
    private static final String STAFF_IN_HALL = "staff-in-hall";
    private static final String STRANGERS = "strangers";
    private static final String NOT_STAFF = "not-staff";
    private static final String TAILGATING = "tailgating";
    static final RuleId PROBE = new RuleId("zed-comes");

    /** Longer than anybody is held up by what is done to the processes. */
    private static final int LONG_HOLD = 60;

    /**
     * A face in view.
     *
     * @param face whose it is, from 0; each has a place of its own in the picture
     * @param named whom the matcher takes it for; empty: nobody known
     * @param from seconds since the beginning
     * @param to before these
     */
    record Stay(String source, int face, Optional<PersonId> named, double from, double to) {
        boolean isAt(double second) {
            return second >= from && second < to;
        }
    }

    /**
     * How many alerts open.
     *
     * @param isOfTracks whether it holds only while no outage cuts a track in two
     */
    record Expected(String rule, String subject, int alerts, boolean isOfTracks) {}

    private Scene() {}

    static List<Stay> stays() {
        return List.of(
                // Comes, is away for a moment, and comes again after the silence.
                named(DOOR, 0, ADA, 1, 5),
                named(DOOR, 0, ADA, 7, 9),
                named(DOOR, 0, ADA, 23, 27),
                // Comes in with somebody unknown behind.
                named(DOOR, 1, GRACE, 12, 15),
                unknown(DOOR, 2, 12.4, 16.4),
                // One stranger, then another, then three together.
                unknown(YARD, 3, 1, 5.4),
                unknown(YARD, 4, 13, 17),
                unknown(YARD, 5, 18, 24),
                unknown(YARD, 6, 18.4, 24),
                unknown(YARD, 7, 18.8, 24),
                // Is taken for Ada at first.
                named(HALL, 8, ADA, 2, 4),
                named(HALL, 8, GRACE, 4, 15),
                // Is back.
                named(HALL, 9, GRACE, 21, 26));
    }

    private static Stay named(String source, int face, PersonId person, double from, double to) {
        return new Stay(source, face, Optional.of(person), from, to);
    }

    private static Stay unknown(String source, int face, double from, double to) {
        return new Stay(source, face, Optional.empty(), from, to);
    }

    static List<WatchList> lists() {
        return List.of(new WatchList(STAFF, "Staff", "#336699", "the tests", List.of(ADA, GRACE), Instant.now()));
    }

    static List<AlertRule> rules() {
        var levels = new RuleSureness(1, 1, 1, null, false, List.of(3));
        return List.of(
                rule(ADA_AT_DOOR, new RuleSubject.Person(ADA), at(DOOR), RuleSureness.NAMED, limits(4, 8)),
                rule(GRACE_ONCE, new RuleSubject.Person(GRACE), everywhere(), RuleSureness.NAMED, once()),
                rule(STAFF_IN_HALL, new RuleSubject.Listed(STAFF), at(HALL), levels, limits(LONG_HOLD, 600)),
                rule(STRANGERS, new RuleSubject.Stranger(), at(YARD), RuleSureness.UNNAMED, lid(3)),
                rule(NOT_STAFF, new RuleSubject.NotListed(STAFF), at(DOOR), RuleSureness.UNNAMED, lid(10)),
                rule(TAILGATING, new RuleSubject.Together(STAFF, 1, 2), at(DOOR), RuleSureness.NAMED, lid(10)),
                rule(PROBE.value(), new RuleSubject.Person(ZED), at(HALL), RuleSureness.NAMED, limits(4, 8)));
    }

    static List<Expected> expected() {
        return List.of(
                new Expected(ADA_AT_DOOR, "person:ada", 2, false),
                new Expected(GRACE_ONCE, "person:grace", 1, false),
                new Expected(STAFF_IN_HALL, "person:ada", 1, false),
                new Expected(STAFF_IN_HALL, "person:grace", 1, false),
                new Expected(STRANGERS, "unknown", 3, true),
                new Expected(STRANGERS, "crowd", 1, true),
                new Expected(NOT_STAFF, "not-in:staff", 1, true),
                new Expected(TAILGATING, "together", 1, true));
    }

    /** Alerts that are closed since they were about somebody else, by rule, if no outage cuts a track. */
    static Map<String, Integer> corrected() {
        return Map.of(STAFF_IN_HALL, 1);
    }

    private static AlertRule rule(String id, RuleSubject who, RulePlaces where, RuleSureness sure, RuleLimits limits) {
        return new AlertRule(
                new RuleId(id),
                1,
                id,
                true,
                null,
                who,
                where,
                "Europe/Berlin",
                List.of(),
                sure,
                limits,
                RulePriority.NORMAL,
                null,
                null,
                null,
                Instant.now());
    }

    private static RulePlaces at(String source) {
        return new RulePlaces(List.of(source), List.of(), List.of(), AlertBreadth.SOURCE);
    }

    private static RulePlaces everywhere() {
        return RulePlaces.everywhere(AlertBreadth.EVERYWHERE);
    }

    private static RuleLimits limits(int hold, int silence) {
        return new RuleLimits(hold, silence, 86_400, 10, FirstOnly.NO, LocalTime.MIDNIGHT);
    }

    private static RuleLimits once() {
        return new RuleLimits(LONG_HOLD, 0, 86_400, 10, FirstOnly.ONCE, LocalTime.MIDNIGHT);
    }

    private static RuleLimits lid(int lid) {
        return new RuleLimits(LONG_HOLD, 600, 86_400, lid, FirstOnly.NO, LocalTime.MIDNIGHT);
    }
}
