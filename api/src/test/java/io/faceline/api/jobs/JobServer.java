package io.faceline.api.jobs;

import io.faceline.api.TestJobs;
import io.faceline.api.TestPeople;
import io.faceline.api.corrections.CorrectionRoutes;
import io.faceline.api.corrections.CorrectionTable;
import io.faceline.api.events.EventStreams;
import io.faceline.api.jobs.people.AppearanceTable;
import io.faceline.api.jobs.people.FakeShots;
import io.faceline.api.jobs.people.JobPeople;
import io.faceline.api.jobs.people.JobPeopleRoutes;
import io.faceline.api.jobs.results.ResultsRoutes;
import io.faceline.api.jobs.results.WriteResults;
import io.faceline.api.jobs.visits.VisitRoutes;
import io.faceline.contracts.Blob;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.track.Appearance;
import io.faceline.contracts.track.Correction;
import io.faceline.contracts.track.ShotPicture;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.http.HttpAnswer;
import io.faceline.runtime.http.TestClient;
import io.faceline.runtime.http.TestEvents;
import io.faceline.runtime.http.TestServer;
import io.faceline.runtime.http.address.AddressSettings;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.web.access.Access;
import io.faceline.web.access.AccessSettings;
import io.faceline.web.access.JobAccess;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.SessionKey;
import io.faceline.web.access.SessionSecret;
import io.faceline.web.view.PersonNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The routes of jobs over in-memory jobs and frames, with two sessions and an admin. */
public final class JobServer implements AutoCloseable {
    static final String ADMIN = "an admin's long token";
    private static final SessionKey KEY = SessionKey.random();
    private static final Duration RETENTION = Duration.ofHours(24);

    public final TestJobs jobs = new TestJobs();
    public final TestPeople people = new TestPeople();
    public final FakeJobFrames frames = new FakeJobFrames();
    public final SessionSecret ada = KEY.create();
    public final SessionSecret bob = KEY.create();
    /** Ten for an address alone. */
    final EventStreams streams = new EventStreams(20, new AddressSettings(Set.of("127.0.0.1"), 50), session -> false);
    /** Runs one download at a time without a queue. */
    final ExecutorService downloads = new ThreadPoolExecutor(0, 1, 1, TimeUnit.SECONDS, new SynchronousQueue<>());

    private final CorrectionTable corrections = new CorrectionTable(
            person -> people.find(person.value()).filter(Person::deleted).isPresent());
    public final AppearanceTable appearances = new AppearanceTable(
            person -> people.find(person.value()).filter(Person::deleted).isPresent(), corrections);
    public final FakeShots shots = new FakeShots();

    private final TestServer server;

    public JobServer() {
        var access = new Access(
                new AccessSettings(Optional.of(ADMIN), Duration.ofHours(24), Optional.of(KEY)), session -> false);
        var asked = new JobAccess(jobs::find, access);
        var names = new PersonNames(people::find);
        var videos = new TrackedVideos(id -> jobs.find(id).map(frames::video), (condition, timeout) -> {
            if (!condition.getAsBoolean()) {
                throw new WaitTimeoutException("the test does not wait");
            }
        });
        var results = new WriteResults(frames, videos, id -> jobs.find(id).isPresent());
        var seen = new JobPeople(videos, appearances, shots);
        server = new TestServer(List.of(
                new CorrectionRoutes(
                        access,
                        new PersonAccess(people::find, access),
                        corrections,
                        said -> appearances.isOf(said.session(), said.source(), said.track()),
                        this::say),
                new VisitRoutes(asked, jobs, seen, names, Runnable::run),
                new JobRoutes(jobs, asked, RETENTION),
                new JobPeopleRoutes(asked, seen, names, Runnable::run),
                new ResultsRoutes(asked, results, names, RETENTION, downloads),
                new JobEventRoutes(asked, jobs, frames, videos, names, RETENTION, streams)));
    }

    private CompletableFuture<Void> say(Map<String, Optional<Correction>> said) {
        said.forEach((key, correction) -> corrections.apply(new ConsumedRecord<>(
                key, correction.orElse(null), 0, 0, Instant.EPOCH, Optional.empty(), Optional.empty())));
        return CompletableFuture.completedFuture(null);
    }

    /** As Bob. */
    public TestClient asBob() {
        return server.client().as(bob.reveal());
    }

    /** As Ada. */
    public TestClient asAda() {
        return server.client().as(ada.reveal());
    }

    /** Writes an appearance with its best shot. */
    public void put(Appearance appearance) {
        var key = appearance.key();
        appearances.apply(
                new ConsumedRecord<>(key, appearance, 0, 0, Instant.EPOCH, Optional.empty(), Optional.empty()));
        shots.put(ShotPicture.key(key, ShotPicture.Kind.BEST), Blob.wrap(TestPeople.JPEG));
    }

    public HttpAnswer ada(String path) {
        return server.client().as(ada.reveal()).get(path);
    }

    public HttpAnswer bob(String path) {
        return server.client().as(bob.reveal()).get(path);
    }

    public HttpAnswer admin(String path) {
        return server.client().as(ADMIN).get(path);
    }

    HttpAnswer nobody(String path) {
        return server.client().get(path);
    }

    TestEvents adaListens(String path, String lastEventId) {
        return TestEvents.open(server.client().as(ada.reveal()), path, lastEventId);
    }

    TestEvents bobListens(String path) {
        return TestEvents.open(server.client().as(bob.reveal()), path);
    }

    /** From another address, as a proxy says. */
    TestEvents bobListensElsewhere(String path) {
        return TestEvents.open(server.client().as(bob.reveal()).with("X-Forwarded-For", "192.0.2.1"), path);
    }

    /** Stops the server without closing the streams. */
    void closeServer() {
        server.close();
    }

    @Override
    public void close() {
        streams.close();
        server.close();
        downloads.shutdownNow();
    }
}
