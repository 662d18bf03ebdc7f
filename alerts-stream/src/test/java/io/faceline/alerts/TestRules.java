package io.faceline.alerts;

import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.rule.AlertBreadth;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleLimits;
import io.faceline.contracts.rule.RulePlaces;
import io.faceline.contracts.rule.RulePriority;
import io.faceline.contracts.rule.RuleSubject;
import io.faceline.contracts.rule.RuleSureness;
import java.util.List;

/** Rules that hold everywhere. */
public final class TestRules {
    public static final RuleId ADA_COMES = new RuleId("ada-comes");
    public static final RuleId GRACE_COMES = new RuleId("grace-comes");

    private TestRules() {}

    public static AlertRule ada() {
        return of(ADA_COMES, TestTracks.ADA, "Europe/Berlin");
    }

    public static AlertRule grace() {
        return of(GRACE_COMES, TestTracks.GRACE, "Europe/Berlin");
    }

    /** Wants to know what each camera does. */
    public static AlertRule cameraDown(String id) {
        return of(new RuleId(id), new RuleSubject.CameraDown(60), "UTC");
    }

    public static AlertRule of(RuleId id, PersonId person, String zone) {
        return of(id, new RuleSubject.Person(person), zone);
    }

    public static AlertRule of(RuleId id, RuleSubject who, String zone) {
        return new AlertRule(
                id,
                1,
                id.value(),
                true,
                null,
                who,
                RulePlaces.everywhere(AlertBreadth.SOURCE),
                zone,
                List.of(),
                RuleSureness.NAMED,
                RuleLimits.DEFAULT,
                RulePriority.NORMAL,
                null,
                null,
                null,
                TestTracks.START);
    }
}
