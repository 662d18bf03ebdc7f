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

/** Nobody's session expires while a job of it still has to be done, or while somebody listens for events of it. */
public final class JobSessionKeepAlive implements Runnable {
    private static final Duration SELDOMEST = Duration.ofMinutes(10);

    private final JobDirectory jobs;
    private final Supplier<? extends Collection<SessionId>> listening;
    private final ChangeClient ask;

    /** @param listening the sessions of those who listen for events */
    public JobSessionKeepAlive(
            JobDirectory jobs, Supplier<? extends Collection<SessionId>> listening, ChangeClient ask) {
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
                .filter(job -> job.hasVideo() && job.state().isUnfinished())
                .map(Job::session);
        Stream.concat(working, listening.get().stream()).distinct().forEach(this::keep);
    }

    private void keep(SessionId session) {
        // Nobody waits for it: the next one says it again.
        var unused = ask.send(new Change.KeepAlive(ChangeResponder.newId(), session));
    }
}
