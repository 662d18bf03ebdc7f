package io.faceline.systemtests.kafka;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.faceline.alerts.AlertsMain;
import io.faceline.alerts.AlertsSettings;
import io.faceline.api.Api;
import io.faceline.api.ApiSettings;
import io.faceline.cli.TestPhotos;
import io.faceline.contracts.Blob;
import io.faceline.contracts.catalog.ModelCatalog;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.FrameFacts;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.Outcome;
import io.faceline.contracts.frame.Role;
import io.faceline.contracts.identity.FrameId;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.topic.Topic;
import io.faceline.delivery.DeliveryService;
import io.faceline.delivery.DeliverySettings;
import io.faceline.detector.DetectorMain;
import io.faceline.detector.DetectorSettings;
import io.faceline.embedder.EmbedderMain;
import io.faceline.embedder.EmbedderSettings;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.matcher.MatcherMain;
import io.faceline.matcher.MatcherSettings;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.secrets.StoredSecrets;
import io.faceline.runtime.service.Service;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.settings.SettingsException;
import io.faceline.runtime.topics.TopicMode;
import io.faceline.runtime.topics.TopicSetup;
import io.faceline.tracker.TrackerMain;
import io.faceline.tracker.TrackerSettings;
import io.faceline.vision.Vision;
import io.faceline.vision.model.InferencePermits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rights that docs/how-to/deploy.md gives each service are enough, and a camera's writer can do nothing else. */
@Tag("slow")
class LeastPrivilegeTest {
    private static final String DETECTOR = "detector";
    private static final String EMBEDDER = "embedder";
    private static final String MATCHER = "matcher";
    private static final String TRACKER = "tracker";
    private static final String ALERTS = "alerts";
    private static final String INGEST = "ingest";
    private static final String API = "api";
    private static final String DELIVERY = "alert-delivery";
    private static final String CAMERA = "camera";
    private static final String PUSHER = "pusher";
    private static final Settings DEFAULTS = new Settings(Map.of("FACELINE_DETECTOR_THREADS", "1"));

    @TempDir
    Path folder;

    @Test
    void everyServiceRuns_andACamerasWriterWritesNothingElse() throws Exception {
        try (var kafka = SecuredKafka.start(
                folder, List.of(DETECTOR, EMBEDDER, MATCHER, TRACKER, ALERTS, INGEST, API, DELIVERY, CAMERA, PUSHER))) {
            TopicSetup.ensure(kafka.admin());
            assertThatThrownBy(() -> ensure(
                            kafka.as(DETECTOR), List.of(kafka.admin().topics().frames(Lane.CAMERA))))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("does not allow DESCRIBE on topic faceline.frames.camera");
            grant(kafka);
            var services = services(kafka);
            try {
                services.forEach(Service::start);
                await().atMost(Duration.ofMinutes(2)).until(() -> services.stream()
                        .allMatch(service -> service.health().ready()));

                assertThat(answerToAFrame(kafka).outcome()).isInstanceOf(Outcome.Made.class);
                assertRefused(kafka);
                assertPushed(kafka);
            } finally {
                services.forEach(Service::close);
            }
        }
    }

    private static void grant(SecuredKafka kafka) throws Exception {
        kafka.allow(DETECTOR, READ, "frames.camera");
        kafka.allow(DETECTOR, WRITE, "detections.camera", "dead-letters");
        kafka.allowGroup(DETECTOR, "detector-camera");
        kafka.allow(EMBEDDER, READ, "detections.camera");
        kafka.allow(EMBEDDER, WRITE, "embeddings", "dead-letters");
        kafka.allowGroup(EMBEDDER, "embedder-camera");
        kafka.allow(MATCHER, READ, "embeddings", "changes", "gallery", "people");
        kafka.allow(
                MATCHER,
                WRITE,
                "matches",
                "sightings",
                "change-answers",
                "gallery",
                "people",
                "photos",
                "sessions",
                "dead-letters");
        kafka.allowGroup(MATCHER, "matcher");
        kafka.allowAll(MATCHER, ResourceType.TOPIC, "matcher-");
        kafka.allowAll(MATCHER, ResourceType.TRANSACTIONAL_ID, "matcher-");
        kafka.allow(TRACKER, READ, "sightings", "jobs", "people", "sessions", "corrections");
        kafka.allow(
                TRACKER,
                WRITE,
                "tracks",
                "track-shots",
                "tracked-frames",
                "tracked-videos",
                "appearances",
                "shots",
                "corrections",
                "dead-letters");
        kafka.allowGroup(TRACKER, "tracker");
        kafka.allowAll(TRACKER, ResourceType.TOPIC, "tracker-");
        kafka.allow(
                ALERTS,
                READ,
                "tracks",
                "track-shots",
                "camera-states",
                "alert-observations",
                "alert-changes",
                "rules",
                "watch-lists",
                "source-groups",
                "mutes",
                "people",
                "sessions",
                "jobs",
                "cameras");
        kafka.allow(ALERTS, WRITE, "alert-observations", "alerts", "alert-shots", "dead-letters");
        kafka.allowGroup(ALERTS, "alerts");
        kafka.allowAll(ALERTS, ResourceType.TOPIC, "alerts-");
        kafka.allowAll(ALERTS, ResourceType.TRANSACTIONAL_ID, "alerts-");
        kafka.allow(
                INGEST,
                READ,
                "matches",
                "tracked-frames",
                "dead-letters",
                "gallery",
                "people",
                "jobs",
                "sessions",
                "embeddings",
                "cameras",
                "camera-states",
                "feeds");
        kafka.allow(
                INGEST,
                WRITE,
                "frames.live",
                "frames.bulk",
                "frames.camera",
                "embeddings",
                "jobs",
                "camera-states",
                "previews",
                "dead-letters");
        kafka.allowGroup(INGEST, "cameras");
        kafka.allowGroup(INGEST, "ingest-feeds");
        kafka.allow(
                API,
                READ,
                "people",
                "photos",
                "change-answers",
                "jobs",
                "sessions",
                "matches",
                "tracked-frames",
                "tracked-videos",
                "appearances",
                "shots",
                "corrections",
                "gallery",
                "cameras",
                "camera-states",
                "previews",
                "tracks",
                "alerts",
                "alert-shots",
                "dead-letters",
                "rules",
                "watch-lists",
                "source-groups",
                "mutes",
                "receivers",
                "receiver-states",
                "delivery-requests",
                "deliveries");
        kafka.allow(
                API,
                WRITE,
                "changes",
                "corrections",
                "cameras",
                "camera-states",
                "alert-changes",
                "rules",
                "watch-lists",
                "source-groups",
                "mutes",
                "receivers",
                "delivery-requests");
        kafka.allow(
                DELIVERY,
                READ,
                "alerts",
                "receivers",
                "receiver-states",
                "deliveries",
                "delivery-requests",
                "people",
                "rules",
                "watch-lists",
                "cameras",
                "camera-states",
                "tracks");
        kafka.allow(DELIVERY, WRITE, "deliveries", "receiver-states", "receivers");
        kafka.allowGroup(DELIVERY, "alert-delivery");
        // To send dead letters again.
        kafka.allow(
                API,
                WRITE,
                "dead-letters",
                "frames.live",
                "frames.bulk",
                "frames.camera",
                "detections.live",
                "detections.bulk",
                "detections.camera",
                "feeds",
                "embeddings",
                "sightings",
                "alert-observations");
        kafka.allow(CAMERA, WRITE, "frames.camera");
        kafka.allow(PUSHER, WRITE, "feeds");
        kafka.apply();
    }

    private List<Service> services(SecuredKafka kafka) {
        var services = new ArrayList<Service>();
        var detector = DetectorSettings.from(DEFAULTS).in(Lane.CAMERA);
        var embedder = EmbedderSettings.from(DEFAULTS).in(Lane.CAMERA);
        var permits = InferencePermits.onePerCore();
        var matcher = MatcherSettings.from(DEFAULTS);
        services.add(DetectorMain.service(kafka.as(DETECTOR), detector, Vision.openAnalyzer(detector.vision(permits))));
        services.add(EmbedderMain.service(kafka.as(EMBEDDER), embedder, Vision.openEmbedder(embedder.vision(permits))));
        services.add(MatcherMain.service(
                kafka.as(MATCHER), ModelCatalog.load(matcher.models()).allMatching(), matcher));
        services.add(TrackerMain.service(kafka.as(TRACKER), TrackerSettings.from(DEFAULTS)));
        services.add(AlertsMain.service(kafka.as(ALERTS), AlertsSettings.from(DEFAULTS)));
        var spool = new Settings(
                Map.of("FACELINE_SPOOL_FOLDER", folder.resolve("spool").toString()));
        services.add(new Ingest(IngestSettings.from(spool), kafka.as(INGEST)));
        services.add(new Api(ApiSettings.from(DEFAULTS), kafka.as(API)));
        services.add(
                new DeliveryService(DeliverySettings.from(DEFAULTS), kafka.as(DELIVERY), StoredSecrets.of(DEFAULTS)));
        var principals = List.of(DETECTOR, EMBEDDER, MATCHER, TRACKER, ALERTS, INGEST, API, DELIVERY);
        for (var i = 0; i < services.size(); i++) {
            var settings = kafka.as(principals.get(i));
            ensure(settings, services.get(i).topics(settings.topics()));
        }
        return services;
    }

    /** As each service does at its start. */
    private static void ensure(KafkaSettings kafka, List<Topic<?>> topics) {
        TopicSetup.ensure(kafka, TopicMode.CREATE, topics);
    }

    private static Match answerToAFrame(SecuredKafka kafka) throws Exception {
        var admin = kafka.admin();
        var found = new CopyOnWriteArrayList<Match>();
        try (var reader = new TopicReader<>(
                        admin, admin.topics().matches(), StartOffset.EARLIEST, read -> found.add(read.value()));
                var sender = new RecordSender(kafka.as(CAMERA), CAMERA)) {
            reader.start();
            var topic = admin.topics().frames(Lane.CAMERA);
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                var frame = frame(found.size());
                sender.send(topic, "door", frame, frame.facts().id()).join();
                // The first ones may be stale, as models warm up.
                Thread.sleep(500);
                return found.stream().anyMatch(match -> match.outcome() instanceof Outcome.Made);
            });
        }
        return found.stream()
                .filter(match -> match.outcome() instanceof Outcome.Made)
                .findFirst()
                .orElseThrow();
    }

    private static Frame frame(long sequence) throws Exception {
        var facts = new FrameFacts(
                new FrameId("door/" + Instant.now().toEpochMilli() + "-" + sequence),
                new SessionId(SessionId.CAMERA_PREFIX + "door"),
                new Role.Probe(),
                "door",
                sequence,
                Instant.now(),
                null,
                FrameFacts.ANY_GALLERY);
        return new Frame(facts, Outcome.made(Blob.wrap(Files.readAllBytes(TestPhotos.sample(3)))));
    }

    private static void assertRefused(SecuredKafka kafka) throws Exception {
        var topics = kafka.admin().topics();
        var frame = frame(0);
        try (var sender = new RecordSender(kafka.as(CAMERA), CAMERA)) {
            for (var lane : List.of(Lane.LIVE, Lane.BULK)) {
                assertThatThrownBy(() -> sender.send(topics.frames(lane), "door", frame, null)
                                .join())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
            }
            for (var topic :
                    List.of(topics.gallery(), topics.people(), topics.changes(), topics.matches(), topics.cameras())) {
                assertThatThrownBy(() -> sender.send(topic, "door", null, null).join())
                        .as(topic.name())
                        .hasCauseInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    /** A picture of one who may write nothing but feeds is answered, garbage is a dead letter. */
    private static void assertPushed(SecuredKafka kafka) throws Exception {
        var admin = kafka.admin();
        var topics = admin.topics();
        var answers = new CopyOnWriteArrayList<String>();
        var letters = new CopyOnWriteArrayList<String>();
        var picture = Files.readAllBytes(TestPhotos.sample(3));
        try (var reader = new TopicReader<>(
                        admin, topics.matches(), StartOffset.LATEST, read -> answers.add(read.key()));
                var deadLetters = new TopicReader<>(
                        admin, topics.deadLetters(), StartOffset.LATEST, read -> letters.add(read.key()));
                var sender = new RecordSender(kafka.as(PUSHER), PUSHER)) {
            reader.start();
            deadLetters.start();

            sender.send(topics.feeds(), "door", picture, null).join();
            sender.send(topics.feeds(), "window", new byte[] {1}, null).join();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> answers.contains("camera:feed/door") && letters.contains("window"));
            assertThatThrownBy(() -> sender.send(topics.frames(Lane.CAMERA), "door", frame(0), null)
                            .join())
                    .hasCauseInstanceOf(TopicAuthorizationException.class);
        }
    }
}
