package io.faceline.ingest;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.DeletionMark;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackedFrame;
import io.faceline.ingest.camera.CameraListener;
import io.faceline.ingest.camera.Cameras;
import io.faceline.ingest.camera.check.CameraCheck;
import io.faceline.ingest.camera.check.CameraCheckRoutes;
import io.faceline.ingest.camera.network.NetworkCameraOpener;
import io.faceline.ingest.camera.open.CameraLogins;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.run.CameraRun;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.ingest.feeds.Feeds;
import io.faceline.ingest.files.PublishFiles;
import io.faceline.ingest.files.Publisher;
import io.faceline.ingest.live.LiveRoutes;
import io.faceline.ingest.live.LiveSources;
import io.faceline.ingest.live.PendingTracks;
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
import io.faceline.ingest.transport.JobFrameSender;
import io.faceline.ingest.transport.RetryingFrameSender;
import io.faceline.ingest.video.ClipRoutes;
import io.faceline.ingest.video.JobStore;
import io.faceline.ingest.video.VideoJobRoutes;
import io.faceline.ingest.video.VideoRoutes;
import io.faceline.ingest.video.Videos;
import io.faceline.runtime.concurrent.DaemonThreads;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.http.Routes;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.kafka.VisibleWrites;
import io.faceline.runtime.service.Service;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.web.access.Access;
import io.faceline.web.access.JobAccess;
import io.faceline.web.access.PersonAccess;
import io.faceline.web.access.SessionPhotos;
import io.faceline.web.access.SessionTable;
import io.faceline.web.limits.CallerKeys;
import io.faceline.web.view.PersonNames;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ingest service: accepts images over HTTP, sends them through Kafka and returns the answers. */
public final class Ingest implements Service, Publisher {
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(30);
    /** The matcher answers before its transaction ends; this process reads its writes moments later. */
    private static final Duration WRITE_READ_TIMEOUT = Duration.ofSeconds(5);
    /** A service that is silent for longer is not restarting; an operator must look at it. */
    private static final Duration MAX_SILENCE = Duration.ofMinutes(10);

    /** More would make small photos wait for seconds behind large ones, in the partitions of Kafka. */
    private static final int LARGE_PER_CORE = 1;
    /** With those in flight, what two cores answer in eight seconds. */
    private static final int MAX_WAITING = 256;

    private static final int MAX_LARGE_WAITING_PER_CORE = 4;
    /** How often silent cameras are looked for. */
    private static final Duration LIVE_CHECK = Duration.ofSeconds(5);

    private final VisibleWrites visible;
    private final DiskSpace disk;
    private final FrameSender frames;
    private final FrameMetrics metrics = new FrameMetrics();
    private final LiveSources live;
    private final TableReader<Person> people;
    private final SessionTable sessions;
    private final JobStore jobs;
    private final Videos videos;
    private final Cameras cameras;
    private final Feeds feeds;
    private final PhotoReader photos;
    private final IngestSettings settings;
    private final List<Path> files;
    private final ExecutorService answerExecutor = onePerCore("answer-requests");
    private final ExecutorService imageExecutor = onePerCore("take-images");
    /** Encodes large images again, which takes seconds: others must not wait for it. */
    private final ExecutorService largeImageExecutor = onePerCore("take-large-images");

    /** Waits for cameras that are looked at, seconds each. */
    private final ExecutorService cameraExecutor = onePerCore("check-cameras");

    private final PendingTracks tracks = new PendingTracks(answerExecutor);
    private final TopicReader<TrackedFrame> trackedFrames;

    private final ScheduledExecutorService scheduler =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.called("live-silence"));

    /** With a Kafka elsewhere, and cameras that ask for no password. */
    public Ingest(IngestSettings settings, KafkaSettings kafka) {
        this(settings, kafka, List.of(), camera -> Optional.empty());
    }

    /**
     * @param files photos, videos and folders to publish after the start
     * @param logins finds the user names and passwords of cameras
     */
    Ingest(IngestSettings settings, KafkaSettings kafka, List<Path> files, CameraLogins logins) {
        this(settings, kafka, DiskSpace.elsewhere(), files, logins);
    }

    /**
     * @param disk of Kafka
     * @param logins finds the user names and passwords of cameras
     */
    public Ingest(IngestSettings settings, KafkaSettings kafka, DiskSpace disk, CameraLogins logins) {
        this(settings, kafka, disk, List.of(), logins);
    }

    private Ingest(
            IngestSettings settings, KafkaSettings kafka, DiskSpace disk, List<Path> files, CameraLogins logins) {
        this(
                settings,
                kafka,
                disk,
                files,
                new NetworkCameraOpener(settings.cameras().addresses()),
                logins);
    }

    /**
     * @param disk of Kafka
     * @param files photos, videos and folders to publish after the start
     * @param opener opens the cameras that this instance reads
     * @param logins finds their user names and passwords
     */
    public Ingest(
            IngestSettings settings,
            KafkaSettings kafka,
            DiskSpace disk,
            List<Path> files,
            CameraOpener opener,
            CameraLogins logins) {
        this.disk = disk;
        this.files = files;
        this.people = new TableReader<>(kafka, kafka.topics().people(), DeletionMark::applied)
                .keyedBy(person -> person.id().value());
        this.sessions = new SessionTable(kafka);
        this.visible = new VisibleWrites(kafka, people, WRITE_READ_TIMEOUT);
        this.frames = new FrameSender(kafka, settings.answerTimeout(), visible, disk);
        this.trackedFrames = tracks.reader(kafka);
        this.jobs = new JobStore(kafka);
        this.videos = new Videos(
                settings.videos(),
                settings.requests().addresses(),
                times(settings),
                kafka,
                jobs,
                frames,
                metrics,
                this::openDecoder);
        this.cameras = new Cameras(settings.cameras(), kafka, frames, metrics, opener, logins);
        this.feeds = new Feeds(settings.feeds(), settings.limits(), kafka, frames, metrics);
        this.photos = new PhotoReader(settings.limits());
        this.settings = settings;
        this.live = new LiveSources(settings.requests().addresses().shares(settings.maxLiveSources()));
        var unused = scheduler.scheduleWithFixedDelay(
                live::closeSilent, LIVE_CHECK.toMillis(), LIVE_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        sessions.onEnd(live::end);
        sessions.onEnd(videos::end);
    }

    private static RetryingFrameSender.Times times(IngestSettings settings) {
        return new RetryingFrameSender.Times(settings.window(), settings.answerTimeout(), MAX_SILENCE);
    }

    @Override
    public List<Topic<?>> topics(Topics all) {
        var own = Stream.<Topic<?>>of(
                all.frames(Lane.LIVE),
                all.frames(Lane.BULK),
                all.embeddings(),
                all.matches(),
                all.trackedFrames(),
                all.deadLetters(),
                all.gallery(),
                all.people(),
                all.sessions(),
                all.jobs());
        var ofCameras = settings.cameras().isRead()
                ? Stream.<Topic<?>>of(all.cameras(), all.frames(Lane.CAMERA), all.cameraStates(), all.previews())
                : Stream.<Topic<?>>of();
        var ofFeeds = settings.feeds().enabled()
                ? Stream.<Topic<?>>of(all.feeds(), all.frames(Lane.CAMERA))
                : Stream.<Topic<?>>of();
        return Stream.of(own, ofCameras, ofFeeds)
                .flatMap(topics -> topics)
                .distinct()
                .toList();
    }

    @Override
    public void start() {
        startSending();
        startVideos();
        startCameras();
        startFeeds();
        if (!files.isEmpty()) {
            var publishing = new PublishFiles(this, files, settings.framesPerSecond(), System.out::println);
            DaemonThreads.of("publish-files", publishing).start();
        }
    }

    /** Starts everything but the upload of videos and the reading of feeds, which not every process does. */
    public void startSending() {
        visible.start();
        frames.start();
        trackedFrames.start();
        people.start();
        jobs.start();
        sessions.start();
        people.awaitCaughtUp(STARTUP_TIMEOUT);
    }

    /** Starts accepting videos over HTTP and resumes the jobs of an earlier process. One process per spool. */
    public void startVideos() {
        videos.start();
    }

    /** Starts reading this instance's share of the cameras. */
    public void startCameras() {
        cameras.start();
    }

    /**
     * Reads a camera that is defined nowhere, and sends its frames to this target. Needs no {@link #startCameras}. The caller
     * starts and closes the run.
     */
    public CameraRun watch(Camera camera, CameraTarget target, CameraListener listener) {
        return cameras.watch(camera, target, listener);
    }

    /** The same, opened by other rules than those of this instance. */
    public CameraRun watch(
            Camera camera, CameraTarget target, CameraListener listener, CameraOpener opener, CameraLogins logins) {
        return cameras.watch(camera, target, listener, opener, logins);
    }

    /** Starts taking the pictures that others write to {@code feeds}, if the settings say so. */
    public void startFeeds() {
        feeds.start();
    }

    public Feeds feeds() {
        return feeds;
    }

    /** Opens a new job of this session, with the configured window. */
    @Override
    public BulkJob openJob(SessionId session) {
        return openJob(session, Job.newId());
    }

    /** Opens a job with this id, which is new or belongs to a job being resumed. */
    @Override
    public BulkJob openJob(SessionId session, String id) {
        return new BulkJob(
                metrics.over(new JobFrameSender(frames, settings.answerTimeout())), session, id, settings.window());
    }

    /** The jobs that are stored in the topic {@code jobs}. */
    @Override
    public JobStore jobs() {
        return jobs;
    }

    /** Opens a decoder with the configured limits; the caller closes it. */
    @Override
    public VideoDecoder openDecoder() {
        return openDecoder(settings);
    }

    /** As {@link #openDecoder()}, for use while the ingest is still starting. */
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

    /** The people that this process has read so far. */
    public TableReader<Person> people() {
        return people;
    }

    /** The sessions that have ended, as this process has read so far. */
    public SessionTable sessions() {
        return sessions;
    }

    @Override
    public List<Routes> routes() {
        var access = new Access(settings.access(), sessions);
        var frameRequests = new FrameRequests(metrics.over(frames::request), photos, disk, answerExecutor);
        var jobAccess = new JobAccess(jobs::find, access);
        var callers = new CallerKeys(access, settings.requests());
        var admission = new ImageAdmission(callers, turns(), frameRequests);
        var resolver = new SessionResolver(access, sessions);
        var known = new PersonAccess(people::get, access);
        var names = new PersonNames(people::get);
        return List.of(
                Routes.atStop(frameRequests::stop),
                new RecognizeRoutes(resolver, frameRequests, admission, names),
                new LiveRoutes(resolver, admission, frameRequests, tracks, names, metrics, live, sessions),
                new VerifyRoutes(resolver, frameRequests, admission, known),
                new EnrollRoutes(access, frameRequests, admission, known, sessionPhotos()),
                new VideoRoutes(
                        access,
                        jobAccess,
                        callers,
                        videos::require,
                        this::awaitRead,
                        sessions,
                        settings.videos(),
                        settings.requests().addresses(),
                        settings.framesPerSecond()),
                new VideoJobRoutes(
                        jobAccess,
                        videos::require,
                        this::awaitRead,
                        settings.videos().retention(),
                        InstantSource.system()),
                new ClipRoutes(
                        jobAccess,
                        callers,
                        videos::require,
                        settings.videoLimits(),
                        settings.requests().addresses()),
                new CameraCheckRoutes(
                        access,
                        new CameraCheck(
                                new NetworkCameraOpener(settings.cameras().addresses())),
                        cameraExecutor,
                        InstantSource.system()));
    }

    /** Live frames have half as many places as photos, large images one for each core. */
    private ImageAdmission.Turns turns() {
        var inFlight = settings.requests().imagesInFlight();
        var cores = Runtime.getRuntime().availableProcessors();
        return new ImageAdmission.Turns(
                turns(inFlight, MAX_WAITING, imageExecutor),
                turns(LARGE_PER_CORE * cores, MAX_LARGE_WAITING_PER_CORE * cores, largeImageExecutor),
                turns(Math.max(1, inFlight / 2), MAX_WAITING / 2, imageExecutor));
    }

    private FairScheduler turns(int inFlight, int waiting, Executor executor) {
        var capacity = new FairScheduler.Capacity(inFlight, inFlight / 2, waiting);
        return new FairScheduler(capacity, settings.requests().addresses(), settings.answerTimeout(), executor);
    }

    private SessionPhotos sessionPhotos() {
        return new SessionPhotos(
                () -> people.snapshot().values(),
                settings.maxSessionPhotos(),
                settings.requests().addresses(),
                InstantSource.system());
    }

    private CompletableFuture<Job> awaitRead(Job job) {
        return CompletableFuture.supplyAsync(() -> jobs.awaitRead(job), answerExecutor);
    }

    private static ExecutorService onePerCore(String name) {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), DaemonThreads.called(name));
    }

    @Override
    public Health health() {
        return Health.merge(List.of(
                disk.health(),
                frames.health(),
                trackedFrames.health(),
                visible.health(),
                people.health(),
                sessions.health(),
                jobs.health(),
                videos.health(),
                cameras.health(),
                feeds.health()));
    }

    @Override
    public void onStop(Consumer<Throwable> callback) {
        frames.onStop(callback);
        trackedFrames.onStop(callback);
        visible.onStop(callback);
        people.onStop(callback);
        sessions.onStop(callback);
        jobs.onStop(callback);
        videos.onStop(callback);
        cameras.onStop(callback);
        feeds.onStop(callback);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        metrics.bindTo(registry);
        live.bindTo(registry);
        frames.bindTo(registry);
        disk.bindTo(registry);
        videos.bindTo(registry);
        cameras.bindTo(registry);
        feeds.bindTo(registry);
    }

    @Override
    public void close() {
        cameras.close();
        feeds.close();
        videos.close();
        frames.close();
        trackedFrames.close();
        visible.close();
        people.close();
        sessions.close();
        jobs.close();
        answerExecutor.shutdown();
        imageExecutor.shutdown();
        largeImageExecutor.shutdown();
        cameraExecutor.shutdownNow();
        scheduler.shutdownNow();
    }
}
