package io.faceline.api.jobs.people;

import io.faceline.api.corrections.CorrectionTable;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.track.Appearance;
import io.faceline.runtime.concurrent.ConditionMonitor;
import io.faceline.runtime.kafka.ConsumedRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The appearances of all jobs, as last read, without the people who were deleted. Thread-safe. */
public final class AppearanceTable {
    private static final Logger LOG = LoggerFactory.getLogger(AppearanceTable.class);

    private final Map<String, Map<String, Appearance>> byJob = new ConcurrentHashMap<>();
    private final Predicate<PersonId> isDeleted;
    private final CorrectionTable corrections;
    private final ConditionMonitor changes = new ConditionMonitor();

    /**
     * @param isDeleted whom nobody must see any more, also before the tracker has read it
     * @param corrections what was said by hand, also before the tracker has read it
     */
    public AppearanceTable(Predicate<PersonId> isDeleted, CorrectionTable corrections) {
        this.isDeleted = isDeleted;
        this.corrections = corrections;
    }

    /** The appearances of a job. */
    public List<Appearance> of(Job job) {
        return byJob.getOrDefault(job.id(), Map.of()).values().stream()
                .filter(seen -> seen.session().equals(job.session()))
                .map(this::visible)
                .toList();
    }

    private Appearance visible(Appearance appearance) {
        var corrected = appearance.correctedBy(
                corrections.of(appearance.session(), appearance.id()).orElse(null));
        var isOfDeleted = isNaming(corrected, isDeleted);
        return isOfDeleted ? corrected.without(isDeleted) : corrected;
    }

    private static boolean isNaming(Appearance appearance, Predicate<PersonId> people) {
        var person = Optional.ofNullable(appearance.identity().person());
        var like = Optional.ofNullable(appearance.like()).map(known -> known.person());
        return person.filter(people).or(() -> like.filter(people)).isPresent();
    }

    /**
     * Waits for a condition of what was read.
     *
     * @throws io.faceline.runtime.concurrent.WaitTimeoutException when that takes longer
     */
    void await(BooleanSupplier condition, Duration timeout) {
        changes.await(condition, timeout, "the appearances of a job");
    }

    /** Whether a job of a session has an appearance with this id. */
    public boolean isOf(SessionId session, String job, String id) {
        return Optional.ofNullable(byJob.getOrDefault(job, Map.of()).get(id))
                .filter(seen -> seen.session().equals(session))
                .isPresent();
    }

    /** Whether an appearance is there, and of nobody who was deleted. */
    boolean mayShow(Job job, String id) {
        return Optional.ofNullable(byJob.getOrDefault(job.id(), Map.of()).get(id))
                .filter(seen -> seen.session().equals(job.session()))
                .filter(seen -> !isNaming(seen, isDeleted))
                .isPresent();
    }

    /** Applies a record of the topic. */
    public void apply(ConsumedRecord<Appearance> read) {
        var appearance = read.value();
        if (appearance == null) {
            remove(read.key());
        } else if (appearance.key().equals(read.key())) {
            byJob.computeIfAbsent(appearance.job(), job -> new ConcurrentHashMap<>())
                    .put(appearance.id(), appearance);
        } else {
            LOG.warn(
                    "event=record_skipped topic=appearances offset={} reason=\"a value under another key\"",
                    read.offset());
        }
        changes.announce();
    }

    private void remove(String key) {
        Appearance.jobOf(key)
                .ifPresent(job -> byJob.computeIfPresent(job, (same, appearances) -> {
                    appearances.values().removeIf(known -> known.key().equals(key));
                    return appearances.isEmpty() ? null : appearances;
                }));
    }
}
