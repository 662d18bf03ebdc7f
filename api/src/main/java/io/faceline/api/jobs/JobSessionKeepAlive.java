package io.faceline.api.jobs;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.job.JobVideo;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions alive that have an unfinished job or an open event stream, and those of which a video is kept as long as it
 * is. Confined to one thread.
 */
public final class JobSessionKeepAlive implements Runnable {
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(10);

    private final JobDirectory jobs;
    private final Supplier<? extends Collection<SessionId>> listening;
    private final ChangeClient client;
    private final InstantSource clock;
    /** Until when each session with jobs was kept as last said; the epoch if it was not. */
    private Map<SessionId, Instant> said = Map.of();

    /** @param listening the sessions with open event streams */
    public JobSessionKeepAlive(
            JobDirectory jobs,
            Supplier<? extends Collection<SessionId>> listening,
            ChangeClient client,
            InstantSource clock) {
        this.jobs = jobs;
        this.listening = listening;
        this.client = client;
        this.clock = clock;
    }

    /** The interval at which to run. */
    public static Duration interval(Duration sessionExpiry) {
        var quarter = sessionExpiry.dividedBy(4);
        return quarter.compareTo(MAX_INTERVAL) < 0 ? quarter : MAX_INTERVAL;
    }

    @Override
    public void run() {
        var working = jobs.all().stream()
                .filter(job -> job.hasVideo() && job.state().isUnfinished())
                .map(Job::session);
        Stream.concat(working, listening.get().stream()).distinct().forEach(session -> send(session, null));
        keepVideos();
    }

    /** Says each time until when a session is kept, and once that it is not: also of a video deleted before the start. */
    private void keepVideos() {
        var until = new HashMap<SessionId, Instant>();
        jobs.all().forEach(job -> until.merge(job.session(), keptUntil(job), JobSessionKeepAlive::later));
        until.forEach((session, time) -> {
            if (time.isAfter(clock.instant()) || !time.equals(said.get(session))) {
                send(session, time);
            }
        });
        said = Map.copyOf(until);
    }

    private static Instant keptUntil(Job job) {
        return Optional.ofNullable(job.video()).map(JobVideo::keptUntil).orElse(Instant.EPOCH);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void send(SessionId session, @Nullable Instant until) {
        // The result is ignored: the next run sends it again.
        var unused = client.send(new Change.KeepAlive(ChangeResponder.newId(), session, until));
    }
}
