package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.TableReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A job directory backed by the topic {@code jobs}. Thread-safe. */
public final class JobsTable implements JobDirectory {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final TableReader<Job> table;
    private final List<HealthCheck> others;

    /** @param others the tables of people, whose names the jobs show, and of what is seen in them */
    public JobsTable(TableReader<Job> table, List<HealthCheck> others) {
        this.table = table;
        this.others = List.copyOf(others);
    }

    @Override
    public Optional<Job> find(String id) {
        return table.get(id);
    }

    @Override
    public Collection<Job> all() {
        return table.snapshot().values();
    }

    @Override
    public void requireRead() {
        if (!table.health().ready()
                || !others.stream().allMatch(other -> other.health().ready())) {
            throw ProblemException.later(
                    503,
                    "NOT_READY",
                    "jobs and people are still being read; try again in a moment, see /health",
                    RETRY_AFTER);
        }
    }
}
