package io.faceline.api;

import io.faceline.api.alerts.TrackCorrections;
import io.faceline.api.changes.ChangeClient;
import io.faceline.api.corrections.CorrectionRoutes;
import io.faceline.api.corrections.CorrectionTable;
import io.faceline.api.corrections.CorrectionWriter;
import io.faceline.api.events.EventStreams;
import io.faceline.api.jobs.FrameBlocks;
import io.faceline.api.jobs.JobSessionKeepAlive;
import io.faceline.api.jobs.JobsTable;
import io.faceline.api.jobs.TrackedVideos;
import io.faceline.api.jobs.people.AppearanceTable;
import io.faceline.api.jobs.people.JobPeople;
import io.faceline.api.jobs.people.ShotPictures;
import io.faceline.api.jobs.results.JobResults;
import io.faceline.api.matches.MatchRoutes;
import io.faceline.api.matches.TrackEventRoutes;
import io.faceline.api.people.PeopleTable;
import io.faceline.contracts.identity.PersonId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.TrackedVideo;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.web.access.Access;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.SessionTable;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Creates and runs the parts that serve jobs and matches, stored and live. */
final class JobServices implements HealthCheck, AutoCloseable {
    private final ApiSettings settings;
    private final KafkaSettings kafka;
    private final ChangeClient changes;
    private final TableReader<Person> people;
    private final TableReader<Job> table;
    private final SessionTable sessions;
    private final JobsTable jobs;
    private final EventStreams streams;
    private final TableReader<TrackedVideo> videos;
    private final CorrectionTable corrections;
    private final TopicReader<Correction> correctionReader;
    private final CorrectionWriter correctionWriter;
    private final AppearanceTable appearances;
    private final TopicReader<Appearance> appearanceReader;
    private final ShotPictures pictures;
    private final FrameBlocks frames;
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
        this.streams = new EventStreams(settings.maxEventStreams(), settings.addresses(), sessions);
        this.videos = new TableReader<>(kafka, kafka.topics().trackedVideos()).keyedBy(TrackedVideo::job);
        this.corrections = new CorrectionTable(this::isDeleted);
        this.correctionReader =
                new TopicReader<>(kafka, kafka.topics().corrections(), StartOffset.EARLIEST, corrections::apply);
        this.correctionWriter = new CorrectionWriter(kafka, corrections);
        this.appearances = new AppearanceTable(this::isDeleted, corrections);
        this.appearanceReader =
                new TopicReader<>(kafka, kafka.topics().appearances(), StartOffset.EARLIEST, appearances::apply);
        this.pictures = new ShotPictures(kafka);
        this.frames = new FrameBlocks(kafka, corrections, () -> people.version() + corrections.version());
        this.jobs = new JobsTable(table, List.of(people, videos, correctionReader, appearanceReader, pictures));
        sessions.onEnd(this::end);
    }

    /**
     * For those who correct tracks elsewhere.
     *
     * @param waiting runs what waits for Kafka; rejects tasks beyond its capacity
     */
    TrackCorrections trackCorrections(Executor waiting) {
        return new TrackCorrections() {
            @Override
            public Optional<SessionId> session(String source) {
                return Job.isId(source)
                        ? jobs.find(source).map(Job::session)
                        : Optional.of(new SessionId(SessionId.CAMERA_PREFIX + source));
            }

            @Override
            public Optional<Correction> of(SessionId session, String track) {
                return corrections.of(session, track);
            }

            @Override
            public void write(Map<String, Optional<Correction>> said) {
                correctionWriter.write(said, waiting).join();
            }
        };
    }

    private boolean isDeleted(PersonId person) {
        return people.get(person.value()).filter(Person::deleted).isPresent();
    }

    void start() {
        table.start();
        videos.start();
        correctionReader.start();
        appearanceReader.start();
        pictures.start();
        run(
                new JobSessionKeepAlive(jobs, streams::sessions, changes, InstantSource.system()),
                JobSessionKeepAlive.interval(settings.access().sessionExpiry()));
    }

    private void run(Runnable task, Duration interval) {
        var unused =
                scheduler.scheduleWithFixedDelay(task, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void end(SessionId session) {
        streams.end(session);
    }

    /** Registers a callback for when a bug stops the reading. Set before the start. */
    void onStop(Consumer<Throwable> callback) {
        table.onStop(callback);
        videos.onStop(callback);
        correctionReader.onStop(callback);
        appearanceReader.onStop(callback);
        pictures.onStop(callback);
    }

    JobResults results() {
        var tracked = new TrackedVideos(
                videos::get, (condition, timeout) -> videos.await(all -> condition.getAsBoolean(), timeout));
        return new JobResults(frames::open, tracked, new JobPeople(tracked, appearances, pictures));
    }

    /** Shared by all event streams, which are bounded together. */
    EventStreams streams() {
        return streams;
    }

    List<Routes> routes(Access access, ApiExecutors executors) {
        var known = new PeopleTable(people);
        var jobApi = new JobApi(
                access,
                jobs,
                new PersonNames(known::find),
                settings.jobRetention().usual());
        var routes = new ArrayList<>(jobApi.routes(results(), streams, executors.jobs(), executors.downloads()));
        routes.add(new CorrectionRoutes(
                access,
                new PersonAccess(known::find, access),
                corrections,
                said -> appearances.isOf(said.session(), said.source(), said.track()),
                said -> correctionWriter.write(said, executors.waiting())));
        routes.add(new TrackEventRoutes(access, kafka, jobs, new PersonNames(known::find), sessions, streams));
        routes.add(new MatchRoutes(access, kafka, jobs, known, sessions, streams, InstantSource.system()));
        return routes;
    }

    @Override
    public Health health() {
        return Health.merge(List.of(
                table.health(),
                videos.health(),
                correctionReader.health(),
                appearanceReader.health(),
                pictures.health()));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        streams.close();
        frames.close();
        pictures.close();
        appearanceReader.close();
        correctionWriter.close();
        correctionReader.close();
        videos.close();
        table.close();
    }
}
