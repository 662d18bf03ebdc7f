package io.faceline.alerts.judging;

import io.faceline.alerting.judge.RuleJudge;
import io.faceline.alerts.known.Books;
import io.faceline.alerts.known.Gone;
import io.faceline.alerts.node.ReadPositions;
import io.faceline.alerts.node.ReadUntil;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertChange;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The judges of the rules of one task. Confined to the task thread. */
final class JudgeTask {
    /** An observation waits so long for a rule that another instance knows already. */
    static final Duration EARLY_KEPT = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(JudgeTask.class);
    private static final String SEPARATOR = "|";
    private static final String OBSERVATIONS = "observations";
    private static final String CHANGES = "changes";

    private final JudgeTables tables;
    private final ReadPositions positions;
    private final Books books;
    private final AlertPictures pictures;
    private final CompactionTrigger compaction;
    private final JudgeFactory factory;
    private final Predicate<RuleId> isOwn;
    private final AlertsMetrics metrics;
    private final InstantSource clock;
    private final Map<RuleId, Judging> judgings = new HashMap<>();
    private final Set<RuleId> failing = new HashSet<>();

    /** A rule may have come while no task ran. */
    private boolean isEarlyDue = true;

    /**
     * @param isOwn whether the observations of a rule come to this task
     * @param clock of this machine
     */
    JudgeTask(
            JudgeTables tables,
            Books books,
            AlertPictures pictures,
            CompactionTrigger compaction,
            JudgeFactory factory,
            Predicate<RuleId> isOwn,
            AlertsMetrics metrics,
            InstantSource clock) {
        this.tables = tables;
        this.positions = new ReadPositions(tables.until());
        this.books = books;
        this.pictures = pictures;
        this.compaction = compaction;
        this.factory = factory;
        this.isOwn = isOwn;
        this.metrics = metrics;
        this.clock = clock;
        // Also of rules that are gone: their alerts are to be closed.
        tables.memory().where(any -> true).keySet().stream()
                .flatMap(key -> RuleMemory.ruleOf(key).stream())
                .distinct()
                .forEach(this::add);
        readBook();
    }

    private Judging add(RuleId rule) {
        return judgings.computeIfAbsent(
                rule, id -> new Judging(id, new RuleMemory(id, tables.memory()), factory, compaction::recordDeletion));
    }

    /** The judges learn of the change with the next question. */
    private void readBook() {
        var book = books.book();
        metrics.rules(book.rules());
        judgings.values().forEach(Judging::bookChanged);
        book.rules().stream().map(AlertRule::id).filter(isOwn).forEach(this::add);
        pictures.eraseGone(book.erasure());
        // What judges then write replaces records about people who may have been deleted.
        compaction.recordDeletion();
    }

    /** @param read where the observation is */
    void on(RuleId rule, Observation observation, ReadUntil read) {
        refresh();
        if (positions.advance(OBSERVATIONS, read)) {
            judge(rule, observation, read.offset());
        }
    }

    private void judge(RuleId rule, Observation observation, long offset) {
        find(rule).ifPresentOrElse(judging -> judge(judging, observation), () -> tables.early()
                .write(rule + SEPARATOR + "%019d".formatted(offset), new EarlyRecord(observation, clock.instant())));
    }

    /** @param read where the change is */
    void on(RuleId rule, AlertChange change, ReadUntil read) {
        refresh();
        if (positions.advance(CHANGES, read)) {
            judge(rule, change);
        }
    }

    private void judge(RuleId rule, AlertChange change) {
        find(rule)
                .ifPresentOrElse(
                        judging -> ask(judging, judge -> judge.onChange(change, clock.instant())),
                        () -> LOG.info("event=change_of_no_rule rule={} alert={}", rule, change.alert()));
    }

    private Optional<Judging> find(RuleId rule) {
        return Optional.ofNullable(judgings.get(rule));
    }

    private void judge(Judging judging, Observation observation) {
        if (observation instanceof Observation.OfTrack of) {
            var erasure = books.book().erasure();
            var track = Gone.without(erasure, of.track());
            // What was on its way when somebody was deleted must not bring their face back.
            var picture = Gone.hides(erasure, of.track()) ? null : of.picture();
            pictures.on(judging.rule(), track, picture, clock.instant());
            ask(judging, judge -> judge.onTrack(track, clock.instant()));
        } else if (observation instanceof Observation.OfCamera camera) {
            ask(judging, judge -> judge.onCamera(camera, clock.instant()));
        }
    }

    private void ask(Judging judging, Function<RuleJudge, List<Alert>> question) {
        var now = clock.instant();
        judging.ask(books.book(), now, question).forEach(alert -> {
            pictures.write(alert, now);
            metrics.written(alert.kind());
        });
    }

    /**
     * Ends what is due.
     *
     * @param judgedUntil all that was written before is judged; empty if that is not known
     */
    void onTime(Optional<Instant> judgedUntil) {
        refresh();
        var now = clock.instant();
        List.copyOf(judgings.values()).forEach(judging -> {
            onTime(judging, judgedUntil.orElse(now), judgedUntil.isPresent());
            if (judging.isForgotten(books.book())) {
                judgings.remove(judging.rule());
            }
        });
        compaction.onTime();
    }

    private void onTime(Judging judging, Instant now, boolean isCaughtUp) {
        apart(judging, () -> ask(judging, judge -> judge.onTime(now, isCaughtUp)));
    }

    /** The failure of a rule is not to stop the others. */
    private void apart(Judging judging, Runnable work) {
        try {
            work.run();
            failing.remove(judging.rule());
        } catch (JudgeFailure e) {
            metrics.failed();
            if (failing.add(judging.rule())) {
                LOG.error("event=rule_failed rule={}", judging.rule(), e);
            }
        }
    }

    private void refresh() {
        if (books.refresh()) {
            readBook();
            isEarlyDue = true;
        }
        if (isEarlyDue) {
            isEarlyDue = false;
            judgings.values().forEach(this::judgeEarly);
        }
    }

    private void judgeEarly(Judging judging) {
        tables.early().withPrefix(judging.rule() + SEPARATOR).forEach((key, early) -> {
            tables.early().remove(key);
            apart(judging, () -> judge(judging, early.observation()));
        });
    }

    /** Forgets what nobody asks for any more. */
    void forget() {
        var now = clock.instant();
        pictures.forget(now);
        var old = tables.early()
                .where(early -> early.at().plus(EARLY_KEPT).isBefore(now))
                .keySet();
        old.forEach(tables.early()::remove);
        if (!old.isEmpty()) {
            compaction.recordDeletion();
        }
    }

    int openAlerts() {
        return pictures.openAlerts();
    }
}
