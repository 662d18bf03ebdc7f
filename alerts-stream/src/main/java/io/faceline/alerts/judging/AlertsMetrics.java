package io.faceline.alerts.judging;

import io.faceline.contracts.alert.AlertKind;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.runtime.metrics.StageMetrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.processor.TaskId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Metrics of the stage: processing time per observation, alerts, and rules. Thread-safe. */
public final class AlertsMetrics implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(AlertsMetrics.class);

    private final StageMetrics stage = new StageMetrics("judge", "all");
    private final Map<TaskId, Integer> open = new ConcurrentHashMap<>();
    private final Map<AlertKind, LongAdder> written = new ConcurrentHashMap<>();
    private final LongAdder failed = new LongAdder();
    private volatile Rules rules = new Rules(0, List.of());

    private record Rules(long usable, List<String> unusable) {}

    public AlertsMetrics() {
        for (var kind : AlertKind.values()) {
            written.put(kind, new LongAdder());
        }
        stage.number("faceline.alerts.open", "Alerts that are open now", this, AlertsMetrics::openAlerts)
                .number("faceline.rules.usable", "Rules that are judged", this, metrics -> metrics.rules.usable())
                .number(
                        "faceline.rules.unusable",
                        "Enabled rules that this version or its time zones do not know",
                        this,
                        metrics -> metrics.rules.unusable().size())
                .number(
                        "faceline.rules.failed",
                        "Failures of rules since the start, each of which is a bug",
                        failed,
                        LongAdder::sum);
    }

    void time(Runnable work) {
        stage.time(() -> {
            work.run();
            return null;
        });
    }

    void written(AlertKind kind) {
        written.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    void failed() {
        failed.increment();
    }

    /** Takes and shows the rules that cannot be used. */
    synchronized void rules(Collection<AlertRule> all) {
        var unusable = all.stream()
                .filter(rule -> rule.enabled() && !rule.isUsable())
                .map(rule -> rule.id().value())
                .sorted()
                .toList();
        var usable = all.stream().filter(AlertRule::isUsable).count();
        var before = rules;
        rules = new Rules(usable, unusable);
        if (!before.unusable().equals(unusable)) {
            LOG.warn(
                    "event=rules_unusable rules=\"{}\" reason=\"this version or its time zones do not know them\"",
                    String.join(",", unusable));
        }
    }

    /** @param alerts number of open alerts of this task */
    void open(TaskId task, int alerts) {
        open.put(task, alerts);
    }

    void closed(TaskId task) {
        open.remove(task);
    }

    private double openAlerts() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        stage.bindTo(registry);
        written.forEach((kind, count) -> FunctionCounter.builder("faceline.alerts.written", count, LongAdder::sum)
                .description("Revisions of alerts that were written")
                .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                .register(registry));
    }
}
