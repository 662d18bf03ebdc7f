package io.faceline.api;

import io.faceline.api.events.EventStreams;
import io.faceline.api.jobs.JobDirectory;
import io.faceline.api.jobs.JobEventRoutes;
import io.faceline.api.jobs.JobRoutes;
import io.faceline.api.jobs.people.JobPeopleRoutes;
import io.faceline.api.jobs.results.JobResults;
import io.faceline.api.jobs.results.ResultsRoutes;
import io.faceline.api.jobs.results.WriteResults;
import io.faceline.api.jobs.visits.VisitRoutes;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.Access;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/** Creates all routes that read jobs. */
public final class JobApi {
    private final Access access;
    private final JobDirectory jobs;
    private final PersonNames names;
    private final Duration retention;

    /** @param retention time from the start of a job to its deletion */
    public JobApi(Access access, JobDirectory jobs, PersonNames names, Duration retention) {
        this.access = access;
        this.jobs = jobs;
        this.names = names;
        this.retention = retention;
    }

    /**
     * @param reading runs what waits for Kafka; rejects tasks beyond its capacity
     * @param downloads sends results, a few at a time; rejects tasks beyond its capacity
     */
    public List<Routes> routes(JobResults results, EventStreams streams, Executor reading, Executor downloads) {
        var access = jobAccess();
        var open = results.frames();
        var videos = results.videos();
        return List.of(
                new JobRoutes(jobs, access, retention),
                new JobPeopleRoutes(access, results.people(), names, reading),
                new ResultsRoutes(access, new WriteResults(open, videos, this::exists), names, retention, downloads),
                new VisitRoutes(access, jobs, results.people(), names, reading),
                new JobEventRoutes(access, jobs, open, videos, names, retention, streams));
    }

    private JobAccess jobAccess() {
        return new JobAccess(
                id -> {
                    jobs.requireRead();
                    return jobs.find(id);
                },
                access);
    }

    private boolean exists(String id) {
        return jobs.find(id).filter(Job::hasVideo).isPresent();
    }
}
