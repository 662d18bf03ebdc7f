package io.faceline.api.jobs;

import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.JobView;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code GET /api/v1/jobs} and {@code GET /api/v1/jobs/{id}}. */
public final class JobRoutes implements Routes {
    public static final String PATH = "/api/v1/jobs";
    public static final String ONE = PATH + "/{id}";

    private final JobDirectory jobs;
    private final JobAccess access;
    private final Duration retention;

    public JobRoutes(JobDirectory jobs, JobAccess access, Duration retention) {
        this.jobs = jobs;
        this.access = access;
        this.retention = retention;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::list).get(ONE, this::one);
    }

    private void list(Context context) {
        var caller = access.requireSomebody(context);
        jobs.requireRead();
        var visible = jobs.all().stream().filter(job -> JobAccess.isVisible(job, caller));
        keepPrivate(context).json(JobPage.of(visible, context, retention));
    }

    private void one(Context context) {
        keepPrivate(context).json(JobView.of(access.visible(context.pathParam("id"), context), retention));
    }

    /** Keeps names and faces out of caches. */
    public static Context keepPrivate(Context context) {
        return context.header("Cache-Control", "private, no-store");
    }
}
