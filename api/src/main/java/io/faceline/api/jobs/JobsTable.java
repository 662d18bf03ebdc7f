package io.faceline.api.jobs;

import io.faceline.contracts.job.Job;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.TableReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** A job directory backed by the topic {@code jobs}. Thread-safe. */
public final class JobsTable implements JobDirectory {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final TableReader<Job> table;
    private final HealthCheck people;

    /** @param people the health of the table of people, whose names the jobs show */
    public JobsTable(TableReader<Job> table, HealthCheck people) {
        this.table = table;
        this.people = people;
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
        if (!table.health().ready() || !people.health().ready()) {
            throw ProblemException.later(
                    503,
                    "NOT_READY",
                    "jobs and people are still being read; try again in a moment, see /health",
                    RETRY_AFTER);
        }
    }
}
