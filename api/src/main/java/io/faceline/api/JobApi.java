package io.faceline.api;

import io.faceline.api.events.EventStreams;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.api.jobs.JobEventRoutes;
import io.faceline.api.jobs.JobFrames;
import io.faceline.api.jobs.JobRoutes;
import io.faceline.api.jobs.ReadFrames;
import io.faceline.api.jobs.people.FollowedJobs;
import io.faceline.api.jobs.people.JobPeopleRoutes;
import io.faceline.api.jobs.results.ResultsRoutes;
import io.faceline.api.jobs.results.WriteResults;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.web.access.Access;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** All routes that read jobs. */
public final class JobApi {
    private final Access access;
    private final JobDirectory jobs;
    private final PersonNames names;
    private final Duration retention;

    /** @param retention how long a job is kept from its start on */
    public JobApi(Access access, JobDirectory jobs, PersonNames names, Duration retention) {
        this.access = access;
        this.jobs = jobs;
        this.names = names;
        this.retention = retention;
    }

    /**
     * @param reading for what blocks while people are read; rejects what is too much
     * @param downloads for results; does a few at a time and rejects what is more
     */
    public List<Routes> routes(
            KafkaSettings kafka, FollowedJobs followed, EventStreams streams, Executor reading, Executor downloads) {
        var asked = asked();
        JobFrames.Open open = job -> ReadFrames.open(kafka, job);
        return List.of(
                new JobRoutes(jobs, asked, retention),
                new JobPeopleRoutes(asked, followed::summary, names, reading),
                new ResultsRoutes(asked, new WriteResults(open, this::isThere), names, retention, downloads),
                new JobEventRoutes(asked, jobs, open, names, retention, streams));
    }

    private JobAccess asked() {
        return new JobAccess(
                id -> {
                    jobs.requireRead();
                    return jobs.find(id);
                },
                access);
    }

    private boolean isThere(String id) {
        return jobs.find(id).filter(Job::hasVideo).isPresent();
    }
}
