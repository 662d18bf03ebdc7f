package io.faceline.cli.rules;

import io.faceline.contracts.Shown;
import io.faceline.contracts.rule.RuleSubject;

/** Whom, or what, a rule is about, in words. */
final class SubjectText {
    private SubjectText() {}

    static String of(RuleSubject who) {
        if (who instanceof RuleSubject.Person person) {
            return "person " + Shown.of(person.person());
        }
        if (who instanceof RuleSubject.Listed listed) {
            return "anybody of " + listed.list();
        }
        if (who instanceof RuleSubject.NotListed others) {
            return "anybody not of " + others.list();
        }
        if (who instanceof RuleSubject.Together together) {
            return "somebody with one of " + together.list();
        }
        if (who instanceof RuleSubject.Absent absent) {
            return "absent by " + absent.by();
        }
        if (who instanceof RuleSubject.CameraDown) {
            return "a camera that is down";
        }
        return who instanceof RuleSubject.Stranger ? "anybody unknown" : "a subject of a newer version";
    }
}
