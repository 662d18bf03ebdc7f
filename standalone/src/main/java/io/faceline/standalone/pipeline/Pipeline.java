package io.faceline.standalone.pipeline;

import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.api.jobs.results.JobResults;
import io.faceline.api.people.PhotoDirectory;
import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.contracts.track.TrackUpdate;
import io.faceline.delivery.DeliveryService;
import io.faceline.delivery.DeliverySettings;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.camera.CameraListener;
import io.faceline.ingest.camera.open.CameraLogins;
import io.faceline.ingest.camera.open.CameraOpener;
import io.faceline.ingest.camera.open.SecretLogins;
import io.faceline.ingest.camera.run.CameraRun;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.AnsweredFrameHistory;
import io.faceline.ingest.video.JobStore;
import io.faceline.runtime.broker.BrokerContact;
import io.faceline.runtime.disk.DiskFloor;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.HttpLimits;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.http.ProblemException;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.metrics.Metrics;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.standalone.broker.KafkaCluster;
import io.faceline.vision.Vision;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.image.NativeOpenCv;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.web.access.SessionKey;
import io.faceline.web.limits.RequestFilters;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs everything in one JVM: a Kafka, the stages that a command needs, ingest and api. When another faceline holds the
 * data folder, its Kafka and its stages are used instead; with an external Kafka, the stages that run there. Closes in
 * reverse order, at the latest when the process is interrupted.
 */
public final class Pipeline implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Pattern SECURITY = Pattern.compile("FACELINE_KAFKA_([A-Z]+_)*(SECURITY|SASL|SSL)_.*");
    private static final Duration STARTUP_TIMEOUT = Duration.ofSeconds(60);

    private final ResourceStack resources;
    private final Settings settings;
    private final KafkaCluster cluster;
    private final KafkaSettings kafka;
    private final StageGroup stages;
    private final DiskSpace disk;
    private final Ingest ingest;
    private final Api api;
    /** Absent in a process that runs no server's stages: the installation's own delivers. */
    private final Optional<DeliveryService> delivery;

    private Pipeline(PipelineOptions options, Map<String, String> environment, ResourceStack resources) {
        this.resources = resources;
        var withModels = options.models().over(environment);
        // Invalid settings end the command here, before anything is started.
        SettingsCheck.check(options, withModels);
        var plan = options.isClient()
                ? Optional.<StagePlan>empty()
                : Optional.of(StagePlan.of(options.stages(), new Settings(withModels)));
        cluster = resources.add(openCluster(options, new Settings(withModels).properties("FACELINE_BROKER_")));
        LOG.debug("event=kafka_started");
        settings = new Settings(withCluster(withModels, cluster));
        kafka = KafkaSettings.from(settings);
        ensureTopics(options);
        LOG.debug("event=topics_ready");
        if (!cluster.runsStages()) {
            StageSettings.warnOfIgnored(options.stages(), withModels, cluster.bootstrapServers());
        }
        stages = plan.filter(own -> cluster.runsStages())
                .map(own -> own.create(kafka, cluster.isHeldHere()))
                .orElseGet(StageGroup::none);
        disk = cluster.folder()
                .map(folder -> DiskSpace.of("kafka", folder, DiskFloor.from(settings)))
                .orElseGet(DiskSpace::elsewhere);
        ingest = new Ingest(IngestSettings.from(settings), kafka, disk, SecretLogins.of(settings));
        api = new Api(ApiSettings.from(settings), kafka, ingest.people(), ingest.sessions(), disk);
        delivery = options.stages() == Stages.ALL && cluster.runsStages()
                ? Optional.of(new DeliveryService(DeliverySettings.from(settings), kafka, StoredSecrets.of(settings)))
                : Optional.empty();
        resources.add(() -> ParallelClose.close(
                List.of(api::close, ingest::close, stages::close, () -> delivery.ifPresent(DeliveryService::close))));
        stages.onStop(cause -> ingest.frames().stop("a stage stopped: " + cause));
    }

    /** Returns when every stage runs and every answer will be received. */
    public static Pipeline open(PipelineOptions options, Map<String, String> environment) {
        var resources = new ResourceStack();
        try {
            var pipeline = new Pipeline(options, environment, resources);
            LOG.debug("event=models_loaded");
            pipeline.stages.start();
            pipeline.ingest.startSending();
            pipeline.api.start();
            pipeline.delivery.ifPresent(DeliveryService::start);
            LOG.debug("event=readers_started");
            pipeline.stages.awaitRunning(STARTUP_TIMEOUT);
            LOG.debug("event=stages_running");
            return pipeline;
        } catch (RuntimeException e) {
            resources.close();
            throw e;
        }
    }

    private void ensureTopics(PipelineOptions options) {
        if (options.isClient()) {
            StagesElsewhere.require(kafka, options.stages());
        } else if (cluster.isHeldHere()) {
            TopicSetup.ensureOwn(kafka);
        } else {
            TopicSetup.ensure(kafka, TopicMode.from(settings), kafka.topics().all());
        }
    }

    private static KafkaCluster openCluster(PipelineOptions options, Map<String, String> broker) {
        if (options.bootstrapServers().isPresent()) {
            var address = options.bootstrapServers().get();
            return options.withStages() ? KafkaCluster.withStagesAt(address) : KafkaCluster.at(address);
        }
        return options.data()
                .map(folder -> KafkaCluster.in(folder, broker, options.kafkaPort()))
                .orElseGet(() -> ownCluster(options, broker));
    }

    /** Stages of this process need the native library: without it, the command ends before Kafka is started. */
    private static KafkaCluster ownCluster(PipelineOptions options, Map<String, String> broker) {
        if (!options.stages().lanes().isEmpty()) {
            NativeOpenCv.load();
        }
        return KafkaCluster.ephemeral(broker);
    }

    private static Map<String, String> withCluster(Map<String, String> environment, KafkaCluster cluster) {
        var all = new TreeMap<>(environment);
        if (!cluster.isExternal()) {
            // Those for an external Kafka do not concern this one.
            all.keySet().removeIf(name -> SECURITY.matcher(name).matches());
        }
        all.putAll(cluster.environment());
        all.put("FACELINE_STATE_FOLDER", cluster.stateFolder().toString());
        all.put("FACELINE_INSTANCE_ID", cluster.instanceId());
        all.putIfAbsent("FACELINE_SPOOL_FOLDER", cluster.spoolFolder().toString());
        if (new Settings(environment).optional(SessionKey.SETTING).isEmpty()) {
            all.put(SessionKey.SETTING, cluster.sessionKey().orElseGet(SessionKey::newText));
        }
        return all;
    }

    /** How to reach its Kafka, for measurements. */
    public KafkaSettings kafka() {
        return kafka;
    }

    /** Opens a new job that sends files through the bulk lane. */
    public BulkJob openJob(SessionId session) {
        return ingest.openJob(session);
    }

    /** Opens a job with this id, which is new or belongs to a job being resumed. */
    public BulkJob openJob(SessionId session, String id) {
        return ingest.openJob(session, id);
    }

    /** Reads a camera that is defined nowhere, as {@link Ingest#watch}. */
    public CameraRun watch(Camera camera, CameraTarget target, CameraListener listener) {
        return ingest.watch(camera, target, listener);
    }

    /** The same, opened by the rules of this command. */
    public CameraRun watch(
            Camera camera, CameraTarget target, CameraListener listener, CameraOpener opener, CameraLogins logins) {
        return ingest.watch(camera, target, listener, opener, logins);
    }

    /** Reads the tracks of a source from now on. The caller starts and closes it. */
    public TopicReader<TrackUpdate> readTracks(String source, Consumer<TrackUpdate> handler) {
        return TopicReader.ofKey(kafka, kafka.topics().tracks(), source, StartOffset.LATEST, read -> {
            if (read.value() != null) {
                handler.accept(read.value());
            }
        });
    }

    /** The jobs of videos, which survive a restart. */
    public JobStore jobs() {
        return ingest.jobs();
    }

    /** Whether no other process can be running an unfinished job, because this process started the Kafka. */
    public boolean isAlone() {
        return cluster.isHeldHere();
    }

    /** Opens a video decoder; the caller closes it. */
    public VideoDecoder openDecoder() {
        return ingest.openDecoder();
    }

    /** The results of jobs, as this process has read so far. */
    public JobResults results() {
        return api.results();
    }

    /** The sequence numbers of the frames of a job that an earlier process sent, and that were answered. */
    public Set<Long> answeredFrames(Job job) {
        return AnsweredFrameHistory.from(kafka).of(job);
    }

    /** Registers a task to run first when the process is interrupted; closing waits for it. */
    public void whenInterrupted(Runnable task) {
        resources.whenInterrupted(task);
    }

    /** The topic that takes pictures of other programs; empty if it is not read. */
    public Optional<String> feedsTopic() {
        return ingest.feeds().topic();
    }

    public PhotoReader photoReader() {
        return ingest.photos();
    }

    /** The people that this process has read so far. */
    public TableReader<Person> people() {
        return ingest.people();
    }

    /** The crops of all people as of now. */
    public PhotoDirectory readPhotos() {
        return api.readPhotos();
    }

    /** All references of the shared gallery as of now. */
    public Collection<Reference> readGallery() {
        return api.readGallery();
    }

    /**
     * Sends a change to the matcher and waits for it.
     *
     * @throws ChangeFailedException when it was not made
     */
    public ChangeAnswer change(Change change) {
        try {
            if (change instanceof Change.PutReference || change instanceof Change.PutPerson) {
                disk.require();
            }
            var answer = api.changes().send(change).join();
            if (!answer.isMade()) {
                throw new ChangeFailedException(answer.error());
            }
            return answer;
        } catch (ProblemException e) {
            throw new ChangeFailedException(e.getMessage());
        } catch (CompletionException e) {
            throw new ChangeFailedException("the matcher did not answer in time; see the log");
        }
    }

    /** Opens an embedder for work outside of the stages. The caller closes it. */
    public FaceEmbedder openEmbedder() {
        return Vision.openEmbedder(EmbedderSettings.from(settings).vision(InferencePermits.onePerCore()));
    }

    /** Whether the data of this Kafka are deleted on close. */
    public boolean isEphemeral() {
        return cluster.isEphemeral();
    }

    /** Registers a callback for a stage, or a reader of ingest or api, that a bug has stopped. */
    public void onStop(Consumer<Throwable> callback) {
        stages.onStop(callback);
        ingest.onStop(callback);
        api.onStop(callback);
        delivery.ifPresent(service -> service.onStop(callback));
    }

    /**
     * Serves everything over HTTP, with health and metrics, until this closes. Of the processes that use one data folder,
     * only its holder serves videos.
     */
    public HttpServer serve(String host, int port) {
        return serve(HttpSettings.from(settings, host, port));
    }

    /** @param tls the context with the server's certificate, for HTTPS instead of HTTP */
    public HttpServer serve(String host, int port, SSLContext tls) {
        return serve(HttpSettings.from(settings, host, port).withTls(tls));
    }

    /** As {@link #serve(String, int)}, with explicit HTTP settings. */
    public HttpServer serve(HttpSettings http) {
        if (cluster.servesVideos()) {
            ingest.startVideos();
        }
        if (cluster.runsStages()) {
            // A client would take cameras and pictures away from the services that run there.
            ingest.startCameras();
            ingest.startFeeds();
        }
        var registry = Metrics.registry();
        resources.add(registry::close);
        stages.bindTo(registry);
        ingest.bindTo(registry);
        api.bindTo(registry);
        delivery.ifPresent(service -> service.bindTo(registry));
        var routes = Stream.of(RequestFilters.routes(settings, ingest.sessions()), ingest.routes(), api.routes())
                .flatMap(List::stream)
                .toList();
        var contact = resources.add(new BrokerContact(kafka));
        contact.start();
        var server = resources.add(
                new HttpServer(http, HttpLimits.from(settings), List.of(this, contact), registry, routes));
        server.start();
        return server;
    }

    @Override
    public Health health() {
        var ofDelivery = delivery.map(DeliveryService::health).orElse(Health.GOOD);
        return Health.merge(List.of(stages.health(), ingest.health(), api.health(), ofDelivery));
    }

    @Override
    public void close() {
        resources.close();
    }
}
