package io.faceline.alerts;

import io.faceline.alerting.book.Erasure;
import io.faceline.alerting.book.RuleBook;
import io.faceline.alerts.known.Books;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.rule.AlertRule;
import io.faceline.contracts.rule.RuleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of rules and deletions, as a test says it. */
public final class TestBooks implements Erasure {
    private final Map<RuleId, AlertRule> rules = new HashMap<>();
    private final Set<Object> gone = new HashSet<>();
    private long changes;

    public TestBooks(AlertRule... rules) {
        List.of(rules).forEach(this::put);
    }

    /** For another task. */
    public Books books() {
        return new Books(() -> changes, () -> new RuleBook(rules.values(), List.of(), List.of(), List.of(), this));
    }

    public void put(AlertRule rule) {
        rules.put(rule.id(), rule);
        changes++;
    }

    public void remove(RuleId rule) {
        rules.remove(rule);
        changes++;
    }

    /** @param deleted a person, a session, a job or a camera */
    public void delete(Object deleted) {
        gone.add(deleted);
        changes++;
    }

    @Override
    public boolean isDeleted(PersonId person) {
        return gone.contains(person);
    }

    @Override
    public boolean hasEnded(SessionId session) {
        return gone.contains(session);
    }

    @Override
    public boolean isDeletedJob(String job) {
        return gone.contains(job);
    }

    @Override
    public boolean isDeletedCamera(CameraId camera) {
        return gone.contains(camera);
    }
}
