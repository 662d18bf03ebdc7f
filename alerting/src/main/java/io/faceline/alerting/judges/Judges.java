package io.faceline.alerting.judges;

import io.faceline.alerting.book.RuleBook;
import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerting.judge.special.SpecialJudges;
import io.faceline.alerting.judge.track.TrackJudge;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.rule.RuleSubject;
import java.time.Duration;

/** Makes the judge of a rule. */
public final class Judges {
    /**
     * @param kept for how long alerts are kept, and are known not to be opened again
     */
    public static RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        return new ChangingJudge(rule, book, known -> made(rule, known, memory, kept));
    }

    private static RuleJudge made(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        var who = book.rule(rule).map(AlertRule::who);
        SpecialJudges.forgetOthers(who, memory);
        if (kind(rule, book).equals(TrackJudge.class)) {
            return new TrackJudge(rule, book, memory, kept);
        }
        return who.filter(SpecialJudges::areFor).isPresent()
                ? SpecialJudges.of(rule, book, memory, kept)
                : new SilentJudge(rule, book, memory, kept);
    }

    /**
     * The class of the rule's judge, or of its subject if that has another judge. Of a rule that is deleted it is any: its judge
     * only keeps alerts.
     */
    static Class<?> kind(RuleId rule, RuleBook book) {
        return book.rule(rule).map(AlertRule::who).map(Judges::kind).orElse(TrackJudge.class);
    }

    private static Class<?> kind(RuleSubject who) {
        var isOfTracks = who instanceof RuleSubject.Person
                || who instanceof RuleSubject.Listed
                || who instanceof RuleSubject.Stranger
                || who instanceof RuleSubject.NotListed;
        return isOfTracks ? TrackJudge.class : who.getClass();
    }

    private Judges() {}
}
