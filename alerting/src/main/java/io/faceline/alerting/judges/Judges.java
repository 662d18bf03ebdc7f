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
    /** Which judge a rule has. */
    enum Kind {
        OF_TRACKS,
        ABSENT,
        CAMERA_DOWN,
        TOGETHER,
        OTHER
    }

    /**
     * @param kept for how long alerts are kept, and are known not to be opened again
     */
    public static RuleJudge of(RuleId rule, RuleBook book, JudgeMemory memory, Duration kept) {
        return new ChangingJudge(rule, book, known -> {
            SpecialJudges.forgetOthers(known.rule(rule).map(AlertRule::who), memory);
            return switch (kind(rule, known)) {
                case OF_TRACKS -> new TrackJudge(rule, known, memory, kept);
                case ABSENT, CAMERA_DOWN, TOGETHER -> SpecialJudges.of(rule, known, memory, kept);
                case OTHER -> new SilentJudge(rule, known, memory, kept);
            };
        });
    }

    /** The kind of a rule; of one that is deleted, that of any other: it only keeps alerts. */
    static Kind kind(RuleId rule, RuleBook book) {
        return book.rule(rule).map(known -> kind(known.who())).orElse(Kind.OF_TRACKS);
    }

    private static Kind kind(RuleSubject who) {
        if (who instanceof RuleSubject.Absent) {
            return Kind.ABSENT;
        }
        if (who instanceof RuleSubject.CameraDown) {
            return Kind.CAMERA_DOWN;
        }
        if (who instanceof RuleSubject.Together) {
            return Kind.TOGETHER;
        }
        return who.isKnown() ? Kind.OF_TRACKS : Kind.OTHER;
    }

    private Judges() {}
}
