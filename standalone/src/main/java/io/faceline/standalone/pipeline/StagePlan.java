package io.faceline.standalone.pipeline;

import io.faceline.alerts.AlertsMain;
import io.faceline.alerts.AlertsSettings;
import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.identity.Fingerprint;
import io.faceline.detector.DetectFaces;
import io.faceline.detector.DetectorMain;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedFaces;
import io.faceline.embedder.EmbedderMain;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.matcher.MatcherMain;
import io.faceline.matcher.MatcherSettings;
import io.faceline.runtime.kafka.BatchingProfile;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.streams.StreamsService;
import io.faceline.tracker.TrackerMain;
import io.faceline.tracker.TrackerSettings;
import io.faceline.vision.FaceAnalyzer;
import io.faceline.vision.Vision;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.model.InferencePermits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The stages to start, with their settings and models. All settings are validated before Kafka starts, and the models load
 * while it does. The stages of one JVM share inference permits, so that live frames are processed before files.
 */
final class StagePlan {
    private final InferencePermits permits = InferencePermits.onePerCore();
    private final DetectorSettings detector;
    private final EmbedderSettings embedder;
    private final MatcherSettings matcher;
    private final TrackerSettings tracker;
    private final AlertsSettings alerts;
    private final List<MatchingFacts> models;
    private final boolean withMatcher;
    private final boolean withAlerts;
    private final List<LoadingLane> lanes;

    private record LoadingLane(
            Lane lane,
            CompletableFuture<FaceAnalyzer> analyzer,
            CompletableFuture<FaceEmbedder> embedder,
            ModelUsers users) {
        LoadingLane sharedWith(Lane other) {
            return new LoadingLane(other, analyzer, embedder, users);
        }
    }

    private StagePlan(Stages stages, Settings settings) {
        detector = DetectorSettings.from(settings)
                .requireDecodingWithin(KafkaSettings.from(settings).recordTimeout());
        embedder = EmbedderSettings.from(settings);
        matcher = MatcherSettings.from(settings);
        tracker = TrackerSettings.from(settings);
        alerts = AlertsSettings.from(settings);
        var catalog = ModelCatalog.load(matcher.models());
        detector.detector().ifPresent(catalog::detector);
        detector.secondDetector().ifPresent(catalog::secondDetector);
        embedder.embedder().ifPresent(catalog::embedder);
        models = catalog.allMatching();
        withMatcher = stages.withMatcher();
        withAlerts = stages.withAlerts();
        lanes = load(stages.lanes());
    }

    static StagePlan of(Stages stages, Settings settings) {
        return new StagePlan(stages, settings);
    }

    /** The name of the stage that joins detector and embedder. */
    static String visionName(Lane lane) {
        return "vision-" + lane.label();
    }

    /** The camera lane shares the models of the bulk lane: both stand behind the live lane, and models take memory. */
    private List<LoadingLane> load(List<Lane> lanes) {
        var loading = new EnumMap<Lane, LoadingLane>(Lane.class);
        for (var lane : lanes) {
            var bulk = loading.get(Lane.BULK);
            loading.put(lane, lane == Lane.CAMERA && bulk != null ? bulk.sharedWith(lane) : load(lane));
        }
        return List.copyOf(loading.values());
    }

    private LoadingLane load(Lane lane) {
        return new LoadingLane(
                lane,
                CompletableFuture.supplyAsync(
                        () -> Vision.openAnalyzer(detector.in(lane).vision(permits))),
                CompletableFuture.supplyAsync(
                        () -> Vision.openEmbedder(embedder.in(lane).vision(permits))),
                new ModelUsers());
    }

    /**
     * Creates the stages without starting them.
     *
     * @param isAlone whether no other process uses this Kafka; then detector and embedder need no topic between them
     */
    StageGroup create(KafkaSettings kafka, boolean isAlone) {
        var services = new ArrayList<StreamsService>();
        if (withMatcher) {
            services.add(MatcherMain.service(kafka, models, matcher));
        }
        if (withMatcher && !lanes.isEmpty()) {
            services.add(TrackerMain.service(kafka, tracker));
        }
        if (withAlerts) {
            services.add(AlertsMain.service(kafka, alerts));
        }
        for (var lane : lanes) {
            services.addAll(isAlone ? List.of(joined(kafka, lane)) : separate(kafka, lane));
        }
        return new StageGroup(services);
    }

    private StreamsService joined(KafkaSettings kafka, LoadingLane lane) {
        var analyzer = loaded(lane.analyzer());
        var opened = loaded(lane.embedder());
        var detecting = DetectorMain.meter(lane.lane(), analyzer);
        var embedding = EmbedderMain.meter(lane.lane(), opened);
        var detectFaces = new DetectFaces(analyzer, detector.maxFaces());
        var embedFaces = new EmbedFaces(opened, embedder.reuse());
        var byDetector = detector.fingerprint(analyzer.model().id());
        var byEmbedder = embedder.in(lane.lane()).fingerprint(opened.modelId());
        var camera = DetectorMain.camera(detector);
        var topology = VisionTopology.build(
                kafka.topics(),
                lane.lane(),
                camera,
                detecting.timed(frame -> detectFaces.in(frame).by(byDetector)),
                embedding.timed(detections -> embedFaces.in(detections).by(byDetector, byEmbedder)));
        return new StreamsService(
                        visionName(lane.lane()), topology, kafka, detector.threads(), BatchingProfile.of(lane.lane()))
                .decidingBy(Fingerprint.of(Map.of("detector", byDetector, "embedder", byEmbedder)))
                .owning(lane.users().add(analyzer, opened))
                .measuredBy(detecting)
                .measuredBy(embedding)
                .measuredBy(camera);
    }

    private List<StreamsService> separate(KafkaSettings kafka, LoadingLane lane) {
        // Each of these stages owns its models.
        var own = lane.lane() == Lane.CAMERA ? load(Lane.CAMERA) : lane;
        return List.of(
                DetectorMain.service(kafka, detector.in(own.lane()), loaded(own.analyzer())),
                EmbedderMain.service(kafka, embedder.in(own.lane()), loaded(own.embedder())));
    }

    private static <T> T loaded(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
