package io.faceline.web.access;

import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.runtime.http.ProblemException;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.function.Function;

/** Authorises access to jobs. Jobs of other sessions, deleted jobs and jobs of the command line appear not to exist. */
public final class JobAccess {
    private final Function<String, Optional<Job>> jobs;
    private final Access access;

    public JobAccess(Function<String, Optional<Job>> jobs, Access access) {
        this.jobs = jobs;
        this.access = access;
    }

    /** @throws ProblemException when the caller has no session, or no visible job has this id */
    public Job visible(String id, Context context) {
        var caller = requireSomebody(context);
        return jobs.apply(id).filter(job -> isVisible(job, caller)).orElseThrow(JobAccess::noSuchJob);
    }

    /** A job that the caller may cancel or delete. */
    public Job changeable(String id, Context context) {
        var job = visible(id, context);
        access.requireChangeOf(job.session(), context);
        return job;
    }

    /** The caller, who must have a session or be the admin. */
    public Caller requireSomebody(Context context) {
        var caller = access.caller(context);
        if (!caller.isAdmin()) {
            var unused = access.session(context);
        }
        return caller;
    }

    public static boolean isVisible(Job job, Caller caller) {
        return job.hasVideo() && job.state() != JobState.DELETED && caller.maySee(job.session());
    }

    private static ProblemException noSuchJob() {
        return new ProblemException(404, "NO_SUCH_JOB", "there is no such job; GET /api/v1/jobs lists yours");
    }
}
