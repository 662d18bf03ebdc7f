package io.faceline.api.jobs.results;

import io.faceline.api.jobs.JobRoutes;
import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.job.Job;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.http.Routes;
import io.faceline.web.access.JobAccess;
import io.faceline.web.view.JobView;
import io.faceline.web.view.PersonNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /api/v1/jobs/{id}/results}: downloads the results of all frames as a file. */
public final class ResultsRoutes implements Routes {
    private static final Logger LOG = LoggerFactory.getLogger(ResultsRoutes.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final JobAccess access;
    private final WriteResults results;
    private final PersonNames names;
    private final Duration retention;
    private final Executor downloads;

    /** @param downloads runs a few downloads at a time; rejects tasks beyond its capacity */
    public ResultsRoutes(
            JobAccess access, WriteResults results, PersonNames names, Duration retention, Executor downloads) {
        this.access = access;
        this.results = results;
        this.names = names;
        this.retention = retention;
        this.downloads = downloads;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(JobRoutes.ONE + "/results", this::results);
    }

    private void results(Context context) {
        var job = access.visible(context.pathParam("id"), context);
        var format = Format.of(context);
        var shown = names.listing(access.requireSomebody(context).seesSharedGallery());
        context.future(() -> {
            try {
                return CompletableFuture.runAsync(() -> write(job, format, shown, context), downloads);
            } catch (RejectedExecutionException e) {
                throw ProblemException.later(
                        429, "TOO_MANY_TRANSFERS", "too many downloads are running; try again later", RETRY_AFTER);
            }
        });
    }

    private void write(Job job, Format format, PersonNames shown, Context context) {
        JobRoutes.keepPrivate(context)
                .contentType(format.mediaType)
                .header("Content-Disposition", "attachment; filename=\"" + fileName(job, format) + "\"");
        try {
            results.write(job, file(job, format, shown, context));
        } catch (IOException e) {
            LOG.debug("event=download_aborted reason=\"{}\"", e.toString());
        } catch (InterruptedException e) {
            // The server is stopping.
            Thread.currentThread().interrupt();
        }
    }

    private ResultFile file(Job job, Format format, PersonNames shown, Context context) throws IOException {
        var out = context.outputStream();
        return switch (format) {
            case JSON -> new JsonResults(out, JobView.of(job, retention), shown);
            case CSV -> new CsvResults(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), shown);
        };
    }

    /** Derived from the id, as titles may hold any characters. */
    private static String fileName(Job job, Format format) {
        return job.id().replaceAll("[^A-Za-z0-9._-]", "_") + "." + format.extension;
    }

    private enum Format {
        JSON("json", "application/json"),
        CSV("csv", "text/csv; charset=utf-8");

        private final String extension;
        private final String mediaType;

        Format(String extension, String mediaType) {
            this.extension = extension;
            this.mediaType = mediaType;
        }

        static Format of(Context context) {
            return switch (Optional.ofNullable(context.queryParam("format")).orElse("json")) {
                case "json" -> JSON;
                case "csv" -> CSV;
                default -> throw ListParameters.invalid("format", "\"json\" or \"csv\"");
            };
        }
    }
}
