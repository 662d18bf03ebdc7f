package io.faceline.standalone.pipeline;

import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.api.jobs.JobReader;
import io.faceline.contracts.change.Change;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.job.Job;
import io.faceline.contracts.person.Person;
import io.faceline.contracts.person.Reference;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.photo.PhotoReader;
import io.faceline.ingest.transport.BulkJob;
import io.faceline.ingest.video.JobStore;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.HttpServer;
import io.faceline.runtime.http.HttpSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TopicSetup;
import io.faceline.runtime.metrics.Metrics;
import io.faceline.runtime.settings.Settings;
import io.faceline.standalone.broker.KafkaCluster;
import io.faceline.tracking.AnsweredFrame;
import io.faceline.vision.Vision;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.model.InferencePermits;
import io.faceline.vision.video.VideoDecoder;
import io.faceline.web.limits.RequestFilters;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything in one JVM: a Kafka, the stages that a command needs, ingest and api. When another faceline holds the data
 * folder, its Kafka and its stages are used and none are started here. Closes in reverse order, at the latest when the
 * process is interrupted.
 */
public final class Pipeline implements HealthCheck, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ResourceStack closing;
    private final Settings settings;
    private final KafkaCluster place;
    private final KafkaSettings kafka;
    private final StageGroup stages;
    private final Ingest ingest;
    private final Api api;

    private Pipeline(PipelineOptions options, Map<String, String> environment, ResourceStack closing) {
        this.closing = closing;
        var withModels = options.models().over(environment);
        // Wrong settings end the command here, before anything is started.
        var plan = StagePlan.of(options.stages(), new Settings(withModels));
        var unused = IngestSettings.from(new Settings(withModels));
        var apiSettings = ApiSettings.from(new Settings(withModels));
        place = closing.add(openPlace(options, new Settings(withModels).properties("FACELINE_BROKER_")));
        LOG.debug("event=kafka_is_up");
        settings = new Settings(inPlace(withModels, place));
        kafka = KafkaSettings.from(settings);
        TopicSetup.ensure(kafka);
        LOG.debug("event=topics_are_there");
        stages = place.runsStages() ? plan.in(kafka, place.isHeldHere()) : StageGroup.none();
        ingest = new Ingest(IngestSettings.from(settings), kafka);
        api = new Api(apiSettings, kafka);
        closing.add(() -> ParallelClose.close(List.of(api::close, ingest::close, stages::close)));
        stages.onStop(cause -> ingest.frames().stop("a stage stopped: " + cause));
    }

    /** Returns when every stage runs and every answer will be heard. */
    public static Pipeline open(PipelineOptions options, Map<String, String> environment) {
        var closing = new ResourceStack();
        try {
            var pipeline = new Pipeline(options, environment, closing);
            LOG.debug("event=models_are_loaded");
            pipeline.stages.start();
            pipeline.ingest.startSending();
            pipeline.api.start();
            LOG.debug("event=readers_are_up");
            pipeline.stages.awaitRunning(PATIENCE);
            LOG.debug("event=stages_run");
            return pipeline;
        } catch (RuntimeException e) {
            closing.close();
            throw e;
        }
    }

    private static KafkaCluster openPlace(PipelineOptions options, Map<String, String> broker) {
        if (options.bootstrapServers().isPresent()) {
            return KafkaCluster.at(options.bootstrapServers().get());
        }
        return options.data()
                .map(folder -> KafkaCluster.in(folder, broker))
                .orElseGet(() -> KafkaCluster.temporary(broker));
    }

    private static Map<String, String> inPlace(Map<String, String> environment, KafkaCluster place) {
        var all = new TreeMap<>(environment);
        all.put("FACELINE_BOOTSTRAP_SERVERS", place.bootstrapServers());
        all.put("FACELINE_STATE_FOLDER", place.stateFolder().toString());
        all.put("FACELINE_INSTANCE_ID", place.instanceId());
        all.putIfAbsent("FACELINE_SPOOL_FOLDER", place.spoolFolder().toString());
        return all;
    }

    /** A new job that sends files through the bulk lane. */
    public BulkJob openJob(SessionId session) {
        return ingest.openJob(session);
    }

    /** A job with an id of its own choice, which is new or that of a job to be resumed. */
    public BulkJob openJob(SessionId session, String id) {
        return ingest.openJob(session, id);
    }

    /** The videos on their way, remembered over a restart. */
    public JobStore jobs() {
        return ingest.jobs();
    }

    /** Whether no other process can be working on a job that is unfinished: it would need the Kafka that began here. */
    public boolean isAlone() {
        return place.isHeldHere();
    }

    /** A decoder of videos; the caller closes it. */
    public VideoDecoder openDecoder() {
        return ingest.openDecoder();
    }

    /** Reads the answers of a job in order; not yet started. The caller closes it. */
    public JobReader openReader(Job job, Consumer<AnsweredFrame> consumer) {
        return new JobReader(kafka, job.session(), job.id(), StartOffset.at(job.startedAt()), consumer);
    }

    /** To be run first when the process is interrupted; all else waits for it. */
    public void whenInterrupted(Runnable first) {
        closing.whenInterrupted(first);
    }

    public PhotoReader photoReader() {
        return ingest.photos();
    }

    /** People and their names, as far as they were read. */
    public TableReader<Person> people() {
        return ingest.people();
    }

    /** All references of the shared gallery as of now. */
    public Collection<Reference> readGallery() {
        return api.readGallery();
    }

    /**
     * Asks the matcher for a change and awaits it.
     *
     * @throws ChangeFailedException when it was not made, saying why
     */
    public ChangeAnswer change(Change change) {
        try {
            var answer = api.changes().send(change).join();
            if (!answer.isMade()) {
                throw new ChangeFailedException(answer.error());
            }
            return answer;
        } catch (CompletionException e) {
            throw new ChangeFailedException("the matcher did not answer in time; the log says more");
        }
    }

    /** An embedder besides those of the stages, for what does not go through Kafka. The caller closes it. */
    public FaceEmbedder openEmbedder() {
        return Vision.openEmbedder(EmbedderSettings.from(settings).vision(InferencePermits.onePerCore()));
    }

    /** Whether everything in this Kafka goes when this closes. */
    public boolean isTemporary() {
        return place.isTemporary();
    }

    /** Calls back when a bug stopped a stage. */
    public void onStop(Consumer<Throwable> callback) {
        stages.onStop(callback);
    }

    /**
     * Serves everything over HTTP, with health and metrics, until this closes. Videos only where the stages run: what
     * another faceline holds of them is its own.
     */
    public HttpServer serve(String host, int port) {
        return serve(HttpSettings.from(settings, host, port));
    }

    /** @param tls with the server's certificate, for HTTPS in the place of HTTP */
    public HttpServer serve(String host, int port, SSLContext tls) {
        return serve(HttpSettings.from(settings, host, port).withTls(tls));
    }

    /** The same with settings of HTTP of one's own. */
    public HttpServer serve(HttpSettings http) {
        if (place.runsStages()) {
            ingest.startVideos();
        }
        var registry = Metrics.registry();
        closing.add(registry::close);
        stages.bindTo(registry);
        ingest.bindTo(registry);
        api.bindTo(registry);
        var routes = Stream.of(RequestFilters.routes(settings, http), ingest.routes(), api.routes())
                .flatMap(List::stream)
                .toList();
        var server = closing.add(new HttpServer(http, List.of(this), registry, routes));
        server.start();
        return server;
    }

    @Override
    public Health health() {
        return Health.merge(List.of(stages.health(), ingest.health(), api.health()));
    }

    @Override
    public void close() {
        closing.close();
    }
}
