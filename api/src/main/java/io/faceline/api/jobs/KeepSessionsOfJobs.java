package io.faceline.api.jobs;

import io.faceline.api.changes.AskForChange;
import io.faceline.api.changes.HttpChanges;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Nobody's session expires while a job of it still has to be done, or while somebody listens for events of it. */
public final class KeepSessionsOfJobs implements Runnable {
    private static final Duration SELDOMEST = Duration.ofMinutes(10);

    private final KnownJobs jobs;
    private final Supplier<? extends Collection<SessionId>> listening;
    private final AskForChange ask;

    /** @param listening the sessions of those who listen for events */
    public KeepSessionsOfJobs(KnownJobs jobs, Supplier<? extends Collection<SessionId>> listening, AskForChange ask) {
        this.jobs = jobs;
        this.listening = listening;
        this.ask = ask;
    }

    /** How often to run. */
    public static Duration every(Duration sessionExpiry) {
        var quarter = sessionExpiry.dividedBy(4);
        return quarter.compareTo(SELDOMEST) < 0 ? quarter : SELDOMEST;
    }

    @Override
    public void run() {
        var working = jobs.all().stream()
                .filter(job -> job.video() != null && job.state().isUnfinished())
                .map(Job::session);
        Stream.concat(working, listening.get().stream()).distinct().forEach(this::keep);
    }

    private void keep(SessionId session) {
        // Nobody waits for it: the next one says it again.
        var unused = ask.send(new Change.KeepAlive(HttpChanges.newId(), session));
    }
}
