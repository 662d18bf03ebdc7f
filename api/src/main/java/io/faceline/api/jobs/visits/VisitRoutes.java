package io.faceline.api.jobs.visits;

import io.faceline.api.jobs.JobDirectory;
import io.faceline.api.jobs.JobRoutes;
import io.faceline.api.jobs.people.EndedJobs;
import io.faceline.api.jobs.people.JobPeople;
import io.faceline.api.jobs.people.ShotView;
import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/v1/jobs/{id}/visits} and {@code GET /api/v1/visits}: who is in one video, or in all videos of the caller,
 * from when to when.
 */
public final class VisitRoutes implements Routes {
    static final String ALL = "/api/v1/visits";

    private final JobAccess jobAccess;
    private final JobDirectory jobs;
    private final JobPeople people;
    private final PersonNames names;
    private final FindVisits visits;
    private final EndedJobs ended;

    /** @param waiting runs what waits for Kafka; rejects tasks beyond its capacity */
    public VisitRoutes(JobAccess jobAccess, JobDirectory jobs, JobPeople people, PersonNames names, Executor waiting) {
        this.jobAccess = jobAccess;
        this.jobs = jobs;
        this.people = people;
        this.names = names;
        this.visits = new FindVisits(people);
        this.ended = new EndedJobs(people, waiting);
    }

    /** @param next the cursor of the next page; null at the end */
    record Page(List<VisitView> items, @Nullable String next) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/visits", this::ofOne).get(ALL, this::ofAll);
    }

    private void ofOne(Context context) {
        var job = jobAccess.visible(context.pathParam("id"), context);
        ended.answer(job, context, () -> answer(List.of(job), job.id(), context));
    }

    private void ofAll(Context context) {
        var caller = jobAccess.requireSomebody(context);
        jobs.requireRead();
        var wanted = context.queryParams("job");
        var visible = jobs.all().stream()
                .filter(job -> JobAccess.isVisible(job, caller))
                .filter(job -> wanted.isEmpty() || wanted.contains(job.id()))
                .toList();
        answer(visible, "visits", context);
    }

    private void answer(Collection<Job> asked, String fileName, Context context) {
        var shown = names.listing(jobAccess.requireSomebody(context).seesSharedGallery());
        UnaryOperator<PersonId> current = person -> names.current(person).orElse(person);
        var found = visits.in(asked, VisitQuery.of(context, current), current);
        JobRoutes.keepPrivate(context);
        if (isCsv(context)) {
            context.contentType("text/csv; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"" + safe(fileName) + ".csv\"")
                    .result(VisitCsv.of(views(found, shown)));
        } else {
            context.json(page(found, shown, context));
        }
    }

    private static boolean isCsv(Context context) {
        return switch (Optional.ofNullable(context.queryParam("format")).orElse("json")) {
            case "json" -> false;
            case "csv" -> true;
            default -> throw ListParameters.invalid("format", "\"json\" or \"csv\"");
        };
    }

    private static String safe(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private Page page(List<JobVisit> found, PersonNames shown, Context context) {
        var limit = ListParameters.limit(context);
        var from = ListParameters.cursor(context)
                .map(last -> after(found, last.get(1)))
                .orElse(0);
        var items = found.stream().skip(from).limit(limit).toList();
        var isLast = from + items.size() >= found.size();
        return new Page(
                views(items, shown),
                isLast
                        ? null
                        : ListParameters.cursor(
                                "visit", items.get(items.size() - 1).id()));
    }

    /** The index behind the last visit of the previous page. */
    private static int after(List<JobVisit> found, String id) {
        for (var index = 0; index < found.size(); index++) {
            if (found.get(index).id().equals(id)) {
                return index + 1;
            }
        }
        throw ListParameters.invalidCursor();
    }

    private List<VisitView> views(List<JobVisit> found, PersonNames shown) {
        return found.stream()
                .map(visit -> VisitView.of(
                        visit, shown, (job, shot) -> ShotView.of(job, shot, seen -> people.hasPicture(job, seen))))
                .toList();
    }
}
