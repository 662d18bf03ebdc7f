package io.faceline.api.jobs;

import io.faceline.api.lists.ListParameters;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobState;
import io.faceline.web.view.JobView;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of jobs, newest first.
 *
 * @param next the cursor of the next page; null at the end
 */
record JobPage(List<JobView> items, @Nullable String next) {
    private static final Comparator<Cursor> NEWEST_FIRST =
            Comparator.comparing(Cursor::startedAt).reversed().thenComparing(Cursor::id);

    /** The page selected by the parameters {@code state}, {@code limit} and {@code cursor} of the request. */
    static JobPage of(Stream<Job> jobs, Context context, Duration retention) {
        var limit = ListParameters.limit(context);
        var state = state(context);
        var after = ListParameters.cursor(context).map(JobPage::parseCursor);
        var found = jobs.filter(job -> state.isEmpty() || state.get() == job.state())
                .filter(job -> after.isEmpty() || NEWEST_FIRST.compare(after.get(), Cursor.of(job)) < 0)
                .sorted(Comparator.comparing(Cursor::of, NEWEST_FIRST))
                .limit(limit + 1L)
                .toList();
        var items = found.stream()
                .limit(limit)
                .map(job -> JobView.of(job, retention))
                .toList();
        return new JobPage(items, found.size() > limit ? cursor(found.get(limit - 1)) : null);
    }

    private static Optional<JobState> state(Context context) {
        return Optional.ofNullable(context.queryParam("state")).map(text -> Stream.of(JobState.values())
                .filter(state -> state != JobState.DELETED && state.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> ListParameters.invalid("state", "QUEUED, RUNNING, DONE, CANCELLED or FAILED")));
    }

    private static String cursor(Job last) {
        return ListParameters.cursor(last.startedAt().toString(), last.id());
    }

    private static Cursor parseCursor(List<String> words) {
        try {
            return new Cursor(Instant.parse(words.get(0)), words.get(1));
        } catch (DateTimeException e) {
            throw ListParameters.invalidCursor();
        }
    }

    private record Cursor(Instant startedAt, String id) {
        static Cursor of(Job job) {
            return new Cursor(job.startedAt(), job.id());
        }
    }
}
