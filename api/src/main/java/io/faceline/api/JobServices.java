package io.faceline.api;

import io.faceline.api.changes.ChangeClient;
import io.faceline.api.events.EventStreams;
import io.faceline.api.jobs.JobSessionKeepAlive;
import io.faceline.api.jobs.JobsTable;
import io.faceline.api.jobs.people.FollowedJobs;
import io.faceline.api.matches.MatchRoutes;
import io.faceline.api.people.PeopleTable;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.web.access.Access;
import io.faceline.web.access.SessionTable;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Creates and runs the parts that serve jobs and matches, stored and live. */
final class JobServices implements HealthCheck, AutoCloseable {
    private static final Duration MAINTENANCE_INTERVAL = Duration.ofSeconds(1);

    private final ApiSettings settings;
    private final KafkaSettings kafka;
    private final ChangeClient changes;
    private final TableReader<Person> people;
    private final TableReader<Job> table;
    private final SessionTable sessions;
    private final JobsTable jobs;
    private final EventStreams streams;
    private final FollowedJobs followed;
    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("api-maintenance"));

    /** @param people started and closed by the caller, as are the sessions */
    JobServices(
            ApiSettings settings,
            KafkaSettings kafka,
            ChangeClient changes,
            TableReader<Person> people,
            SessionTable sessions) {
        this.settings = settings;
        this.kafka = kafka;
        this.changes = changes;
        this.people = people;
        this.table = new TableReader<>(kafka, kafka.topics().jobs()).keyedBy(Job::id);
        this.sessions = sessions;
        this.jobs = new JobsTable(table, people);
        this.streams = new EventStreams(settings.maxEventStreams(), settings.addresses(), sessions);
        this.followed = new FollowedJobs(kafka, jobs, InstantSource.system());
        sessions.onEnd(this::end);
    }

    void start() {
        table.start();
        run(followed::maintain, MAINTENANCE_INTERVAL);
        run(
                new JobSessionKeepAlive(jobs, streams::sessions, changes),
                JobSessionKeepAlive.interval(settings.access().sessionExpiry()));
    }

    private void run(Runnable task, Duration interval) {
        var unused =
                scheduler.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(SessionId session) {
        streams.end(session);
        followed.end(session);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        table.onStop(callback);
    }

    List<Routes> routes(Access access, ApiExecutors executors) {
        var known = new PeopleTable(people);
        var jobApi = new JobApi(access, jobs, new PersonNames(known::find), settings.jobRetention());
        var routes = new ArrayList<>(jobApi.routes(kafka, followed, streams, executors.jobs(), executors.downloads()));
        routes.add(new MatchRoutes(access, kafka, jobs, known, sessions, streams, InstantSource.system()));
        return routes;
    }

    @Override
    public Health health() {
        return table.health();
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        streams.close();
        followed.close();
        table.close();
    }
}
