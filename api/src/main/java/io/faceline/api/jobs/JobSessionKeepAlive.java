package io.faceline.api.jobs;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.changes.ChangeResponder;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Keeps sessions alive that have an unfinished job or an open event stream. */
public final class JobSessionKeepAlive implements Runnable {
    private static final Duration MAX_INTERVAL = Duration.ofMinutes(10);

    private final JobDirectory jobs;
    private final Supplier<? extends Collection<SessionId>> listening;
    private final ChangeClient client;

    /** @param listening the sessions with open event streams */
    public JobSessionKeepAlive(
            JobDirectory jobs, Supplier<? extends Collection<SessionId>> listening, ChangeClient client) {
        this.jobs = jobs;
        this.listening = listening;
        this.client = client;
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
        Stream.concat(working, listening.get().stream()).distinct().forEach(this::keep);
    }

    private void keep(SessionId session) {
        // The result is ignored: the next run sends it again.
        var unused = client.send(new Change.KeepAlive(ChangeResponder.newId(), session));
    }
}
