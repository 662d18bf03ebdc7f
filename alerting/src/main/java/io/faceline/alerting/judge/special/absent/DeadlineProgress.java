package io.faceline.alerting.judge.special.absent;

import io.faceline.alerting.judge.JudgeMemory;
import io.faceline.alerting.judge.special.shared.Records;
import io.faceline.contracts.Sha256;
import io.faceline.contracts.rule.AlertRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Up to which time the deadlines of a rule are judged. Not thread-safe. */
final class DeadlineProgress {
    /**
     * A judge that knows nothing of a rule that was written earlier has lost what it knew, and begins now: nothing is said
     * because something started. A newer rule was written while nobody judged.
     */
    private static final Duration NEW = Duration.ofDays(1);

    private static final String NAME = "deadlines";

    private final Records<State> states;

    /**
     * @param ruleRevision when the condition was looked at
     * @param condition a hash
     * @param watched since when the condition is judged
     * @param judged up to when deadlines are judged
     */
    record State(long ruleRevision, String condition, Instant watched, Instant judged) {}

    DeadlineProgress(JudgeMemory memory) {
        states = new Records<>(memory, Records.ABSENT + "progress", State.class);
    }

    /**
     * Goes on with the rule as it is now.
     *
     * @return whether its condition is another one, which is judged from when it was written
     */
    boolean follow(AlertRule rule, Instant now) {
        var before = states.find(NAME);
        if (before.filter(state -> state.ruleRevision() == rule.revision()).isPresent()) {
            return false;
        }
        var condition = condition(rule);
        if (before.filter(state -> state.condition().equals(condition)).isPresent()) {
            var state = before.get();
            states.put(NAME, new State(rule.revision(), condition, state.watched(), state.judged()));
            return false;
        }
        var isNew = before.isPresent() || rule.changedAt().isAfter(now.minus(NEW));
        var since = isNew ? rule.changedAt() : now;
        states.put(NAME, new State(rule.revision(), condition, since, since));
        return before.isPresent();
    }

    Instant watched() {
        return state().watched();
    }

    Instant judged() {
        return state().judged();
    }

    void judged(Deadline deadline) {
        var state = state();
        states.put(NAME, new State(state.ruleRevision(), state.condition(), state.watched(), deadline.by()));
    }

    boolean isFollowing() {
        return !states.isEmpty();
    }

    void clear() {
        states.clear();
    }

    private State state() {
        return states.find(NAME).orElseThrow(() -> new IllegalStateException("follow a rule first"));
    }

    private static String condition(AlertRule rule) {
        return Sha256.hex(List.of(rule.who(), rule.where(), rule.zone(), rule.hours(), rule.sure())
                .toString());
    }
}
