package io.faceline.ingest;

import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.ingest.files.PublishFiles;
import io.faceline.ingest.files.Publisher;
import io.faceline.ingest.live.LiveRoutes;
import io.faceline.ingest.live.LiveSources;
import io.faceline.ingest.photo.EnrollRoutes;
import io.faceline.ingest.photo.FairScheduler;
import io.faceline.ingest.photo.FrameRequests;
import io.faceline.ingest.photo.ImageAdmission;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.photo.RecognizeRoutes;
import io.faceline.ingest.photo.SessionResolver;
import io.faceline.ingest.photo.VerifyRoutes;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.transport.FrameMetrics;
import io.faceline.ingest.transport.FrameSender;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoJobRoutes;
import io.faceline.ingest.video.VideoRoutes;
import io.faceline.ingest.video.Videos;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.concurrent.WaitTimeoutException;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.service.Service;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.web.access.Access;
import io.faceline.web.access.JobAccess;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.view.PersonNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** The way in as a service: takes images over HTTP, sends them through Kafka and answers who waits. */
public final class Ingest implements Service, Publisher {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A person is written before whoever asked is answered; it takes moments to be read here. */
    private static final Duration UNTIL_A_NAME_IS_READ = Duration.ofSeconds(1);
    /** A service that is not back by then needs a human. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private final FrameSender frames;
    private final FrameMetrics account = new FrameMetrics();
    private final LiveSources live;
    private final TableReader<Person> people;
    private final JobStore jobs;
    private final Videos videos;
    private final PhotoReader photos;
    private final IngestSettings settings;
    private final List<Path> files;
    private final ExecutorService answering = onePerCore("answer-requests");
    private final ExecutorService taking = onePerCore("take-images");

    public Ingest(IngestSettings settings, KafkaSettings kafka) {
        this(settings, kafka, List.of());
    }

    /** @param files photos, videos and folders to be published once it runs */
    Ingest(IngestSettings settings, KafkaSettings kafka, List<Path> files) {
        this.files = files;
        this.frames = new FrameSender(kafka, settings.answerTimeout());
        this.people = new TableReader<>(kafka, kafka.topics().people());
        this.jobs = new JobStore(kafka);
        this.videos = new Videos(settings.videos(), times(settings), kafka, jobs, frames, account, this::openDecoder);
        this.photos = new PhotoReader(settings.limits());
        this.settings = settings;
        this.live = new LiveSources(settings.maxLiveSources());
    }

    private static RetryingFrameSender.Times times(IngestSettings settings) {
        return new RetryingFrameSender.Times(settings.window(), settings.answerTimeout(), LONGEST_SILENCE);
    }

    @Override
    public void start() {
        startSending();
        startVideos();
        if (!files.isEmpty()) {
            var publishing = new PublishFiles(this, files, settings.framesPerSecond(), System.out::println);
            DaemonThreads.of("publish-files", publishing).start();
        }
    }

    /** All but videos over HTTP, for who does not serve them. */
    public void startSending() {
        frames.start();
        people.start();
        jobs.start();
        people.awaitCaughtUp(PATIENCE);
    }

    /** Takes videos over HTTP from now on, and goes on with those of an earlier process. Only one process does, of a spool. */
    public void startVideos() {
        videos.start();
    }

    /** A new job of this session, with the window of the settings. */
    @Override
    public BulkJob openJob(SessionId session) {
        return openJob(session, "job-" + UUID.randomUUID());
    }

    /** A job with this id, which is new or that of a job to be resumed. */
    @Override
    public BulkJob openJob(SessionId session, String id) {
        return new BulkJob(account.over(frames::request), session, id, settings.window());
    }

    /** The jobs that are remembered. */
    @Override
    public JobStore jobs() {
        return jobs;
    }

    /** A decoder with the limits of the settings; the caller closes it. */
    @Override
    public VideoDecoder openDecoder() {
        return openDecoder(settings);
    }

    /** The same before there is an ingest; it may come up meanwhile. */
    public static VideoDecoder openDecoder(IngestSettings settings) {
        return new VideoDecoder(settings.videoLimits());
    }

    public FrameSender frames() {
        return frames;
    }

    @Override
    public PhotoReader photos() {
        return photos;
    }

    /** People and their names, as far as this process has read them. */
    public TableReader<Person> people() {
        return people;
    }

    @Override
    public List<Routes> routes() {
        var access = new Access(settings.access());
        var asked = new FrameRequests(account.over(frames::request), photos, answering);
        var turns = new FairScheduler(settings.requests().imagesInFlight(), settings.answerTimeout(), taking);
        var taken = new ImageAdmission(new CallerKeys(access, settings.requests()), turns, asked);
        var sessions = new SessionResolver(access);
        var known = new PersonAccess(people::get, access);
        var names = new PersonNames(this::person);
        return List.of(
                new RecognizeRoutes(sessions, asked, taken, names),
                new LiveRoutes(sessions, asked, names, account, live),
                new VerifyRoutes(sessions, asked, taken, known),
                new EnrollRoutes(access, asked, taken, known, this::person),
                new VideoRoutes(access, videos::require, this::shown, settings.videos(), settings.framesPerSecond()),
                new VideoJobRoutes(
                        new JobAccess(jobs::find, access),
                        videos::require,
                        this::shown,
                        settings.videos().retention()));
    }

    private CompletableFuture<Job> shown(Job job) {
        return CompletableFuture.supplyAsync(() -> jobs.awaitRead(job), answering);
    }

    /** Somebody who was just named in an answer. */
    private Optional<Person> person(String id) {
        try {
            people.await(all -> all.containsKey(id), UNTIL_A_NAME_IS_READ);
        } catch (WaitTimeoutException e) {
            return Optional.empty();
        }
        return people.get(id);
    }

    private static ExecutorService onePerCore(String name) {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), DaemonThreads.called(name));
    }

    @Override
    public Health health() {
        return Health.merge(List.of(frames.health(), people.health(), jobs.health(), videos.health()));
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        // Its readers end on a bug alone and say so in health(); the HTTP face stays up to tell.
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        account.bindTo(registry);
        live.bindTo(registry);
        frames.bindTo(registry);
        videos.bindTo(registry);
    }

    @Override
    public void close() {
        videos.close();
        frames.close();
        people.close();
        jobs.close();
        answering.shutdown();
        taking.shutdown();
    }
}
