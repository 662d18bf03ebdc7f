package io.faceline.standalone.pipeline;

import io.faceline.contracts.catalog.MatchingFacts;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Lane;
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
import io.faceline.vision.FaceAnalyzer;
import io.faceline.vision.Vision;
import io.faceline.vision.embed.FaceEmbedder;
import io.faceline.vision.model.InferencePermits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Which stages to start and with what. All settings are checked before Kafka starts, and the models load while it does.
 * The stages of one JVM share the permits, so that live frames go before files.
 */
final class StagePlan {
    private final InferencePermits permits = InferencePermits.onePerCore();
    private final DetectorSettings detector;
    private final EmbedderSettings embedder;
    private final MatcherSettings matcher;
    private final List<MatchingFacts> models;
    private final boolean withMatcher;
    private final List<LoadingLane> lanes;

    private record LoadingLane(
            Lane lane, CompletableFuture<FaceAnalyzer> finder, CompletableFuture<FaceEmbedder> embedder) {}

    private StagePlan(Stages stages, Settings settings) {
        detector = DetectorSettings.from(settings);
        embedder = EmbedderSettings.from(settings);
        matcher = MatcherSettings.from(settings);
        var catalog = ModelCatalog.load(matcher.models());
        detector.detector().ifPresent(catalog::detector);
        embedder.embedder().ifPresent(catalog::embedder);
        models = catalog.allMatching();
        withMatcher = stages.withMatcher();
        lanes = stages.lanes().stream().map(this::load).toList();
    }

    static StagePlan of(Stages stages, Settings settings) {
        return new StagePlan(stages, settings);
    }

    private LoadingLane load(Lane lane) {
        return new LoadingLane(
                lane,
                CompletableFuture.supplyAsync(
                        () -> Vision.openAnalyzer(detector.in(lane).vision(permits))),
                CompletableFuture.supplyAsync(
                        () -> Vision.openEmbedder(embedder.in(lane).vision(permits))));
    }

    /**
     * Not yet started.
     *
     * @param isAlone whether no other process works on this Kafka: then detector and embedder need no topic between them
     */
    StageGroup in(KafkaSettings kafka, boolean isAlone) {
        var services = new ArrayList<StreamsService>();
        if (withMatcher) {
            services.add(MatcherMain.service(kafka, models, matcher));
        }
        for (var lane : lanes) {
            services.addAll(isAlone ? List.of(joined(kafka, lane)) : apart(kafka, lane));
        }
        return new StageGroup(services);
    }

    private StreamsService joined(KafkaSettings kafka, LoadingLane lane) {
        var finder = loaded(lane.finder());
        var opened = loaded(lane.embedder());
        var detecting = DetectorMain.meter(lane.lane(), finder);
        var embedding = EmbedderMain.meter(lane.lane(), opened);
        var detectFaces = new DetectFaces(finder, detector.maxFaces());
        var embedFaces = new EmbedFaces(opened);
        var topology = VisionTopology.build(
                kafka.topics(), lane.lane(), detecting.timed(detectFaces::in), embedding.timed(embedFaces::in));
        return new StreamsService(
                        "vision-" + lane.lane().label(),
                        topology,
                        kafka,
                        detector.threads(),
                        BatchingProfile.of(lane.lane()))
                .owning(finder)
                .owning(opened)
                .measuredBy(detecting)
                .measuredBy(embedding);
    }

    private List<StreamsService> apart(KafkaSettings kafka, LoadingLane lane) {
        return List.of(
                DetectorMain.service(kafka, detector.in(lane.lane()), loaded(lane.finder())),
                EmbedderMain.service(kafka, embedder.in(lane.lane()), loaded(lane.embedder())));
    }

    private static <T> T loaded(CompletableFuture<T> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
