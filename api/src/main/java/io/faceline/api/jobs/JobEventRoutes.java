package io.faceline.api.jobs;

import io.faceline.api.events.EventStreams;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;

/** {@code GET /api/v1/jobs/{id}/events}: streams the progress and the results of a job. */
public final class JobEventRoutes implements Routes {
    private static final long NONE = -1;

    private final JobAccess access;
    private final JobDirectory jobs;
    private final JobFrames.Open open;
    private final TrackedVideos videos;
    private final PersonNames names;
    private final Duration retention;
    private final EventStreams streams;

    public JobEventRoutes(
            JobAccess access,
            JobDirectory jobs,
            JobFrames.Open open,
            TrackedVideos videos,
            PersonNames names,
            Duration retention,
            EventStreams streams) {
        this.access = access;
        this.jobs = jobs;
        this.open = open;
        this.videos = videos;
        this.names = names;
        this.retention = retention;
        this.streams = streams;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/events", this::events);
    }

    @Override
    public void stop() {
        streams.close();
    }

    private void events(Context context) {
        var caller = access.requireSomebody(context);
        var job = access.visible(context.pathParam("id"), context);
        var last = context.header("Last-Event-ID");
        if (JobFeed.END.equals(last) && !job.state().isUnfinished()) {
            // Tells a browser not to reconnect.
            context.status(204);
        } else {
            var viewer = new Viewer(names.listing(caller.seesSharedGallery()), caller.seesSharedGallery());
            streams.open(context, caller, feed(job, viewer, after(last)));
        }
    }

    private JobFeed feed(Job job, Viewer viewer, long after) {
        return new JobFeed(
                job, jobs, open.of(job), videos, viewer, new JobProgress(retention), after, InstantSource.system());
    }

    private static long after(String last) {
        if (last == null || last.isEmpty() || last.equals(JobFeed.END)) {
            return NONE;
        }
        try {
            return Long.parseLong(last);
        } catch (NumberFormatException e) {
            throw new ProblemException(400, "BAD_REQUEST", "Last-Event-ID must be the id of an event of this stream");
        }
    }
}
