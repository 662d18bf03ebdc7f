package io.faceline.ingest.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.faceline.contracts.camera.Camera;
import io.faceline.contracts.camera.CameraAddress;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraOrigin;
import io.faceline.contracts.camera.CameraPreview;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.frame.TestFrames;
import io.faceline.contracts.identity.SessionId;
import io.faceline.contracts.serde.RecordSerde;
import io.faceline.contracts.topic.PartitionCounts;
import io.faceline.contracts.topic.Topic;
import io.faceline.ingest.Ingest;
import io.faceline.ingest.IngestSettings;
import io.faceline.ingest.camera.run.CameraTarget;
import io.faceline.runtime.disk.DiskSpace;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.kafka.ConsumedRecord;
import io.faceline.runtime.kafka.KafkaSettings;
import io.faceline.runtime.kafka.RecordSender;
import io.faceline.runtime.kafka.StartOffset;
import io.faceline.runtime.kafka.TableReader;
import io.faceline.runtime.kafka.TestBroker;
import io.faceline.runtime.kafka.TopicReader;
import io.faceline.runtime.settings.Settings;
import io.faceline.runtime.topics.TopicSetup;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Instances of ingest share the cameras of an installation. The test plays the cameras and the pipeline. */
@Tag("slow")
class CamerasTest {
    @RegisterExtension
    static final TestBroker BROKER = new TestBroker();

    private static final Duration SOON = Duration.ofSeconds(40);
    /** The others learn of it by their next heartbeat, and spread their openings over some seconds. */
    private static final Duration HANDED_OVER = Duration.ofSeconds(15);

    private static final List<CameraId> IDS = List.of("door", "hall", "yard", "gate", "roof", "shop").stream()
            .map(CameraId::new)
            .toList();
    private static final CameraId DOOR = IDS.get(0);

    private final KafkaSettings kafka = BROKER.settings(new PartitionCounts(1, 4));
    private final PlayedCameras cameras = new PlayedCameras();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final List<CameraPreview> previews = new CopyOnWriteArrayList<>();
    private RecordSender sender;
    private TableReader<CameraState> states;

    @BeforeEach
    void open() {
        TopicSetup.ensure(kafka);
        var topics = kafka.topics();
        sender = opened(new RecordSender(kafka, "test"));
        states = opened(new TableReader<>(kafka, topics.cameraStates()));
        states.start();
        var pipeline = opened(new TopicReader<>(kafka, topics.frames(Lane.CAMERA), StartOffset.EARLIEST, this::answer));
        pipeline.start();
        var small = opened(
                new TopicReader<>(kafka, topics.previews(), StartOffset.EARLIEST, read -> previews.add(read.value())));
        small.start();
    }

    private void answer(ConsumedRecord<Frame> read) {
        var facts = read.value().facts();
        frames.add(read.value());
        var unused = sender.send(
                kafka.topics().matches(),
                facts.session().value(),
                TestFrames.match(facts).build(),
                facts.id());
    }

    @AfterEach
    void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }

    private <C extends AutoCloseable> C opened(C resource) {
        open.push(resource);
        return resource;
    }

    private Ingest ingest(String instance) {
        return ingest(instance, Map.of());
    }

    private Ingest ingest(String instance, Map<String, String> settings) {
        var ingest = opened(new Ingest(
                IngestSettings.from(new Settings(settings)),
                TestBroker.anotherInstance(kafka, instance),
                DiskSpace.elsewhere(),
                List.of(),
                cameras.as(instance),
                camera -> Optional.empty()));
        ingest.startSending();
        ingest.startCameras();
        return ingest;
    }

    private void define(CameraId id, String address) {
        var camera = Camera.of(id, "Camera", new CameraAddress(address), CameraOrigin.API, Instant.now());
        sender.send(kafka.topics().cameras(), id.value(), camera, null).join();
    }

    private void defineAll() {
        IDS.forEach(id -> define(id, "rtsp://10.0.0.7/" + id));
    }

    private boolean isLive(CameraId id) {
        var state = states.get(id.value()).orElse(null);
        return state != null && state.condition() == CameraCondition.LIVE;
    }

    @Test
    void instances_shareTheCameras_andOneTakesOverFromTheOther() throws Exception {
        defineAll();
        var one = ingest("one");
        await().atMost(SOON).until(() -> cameras.clients().size() == IDS.size());
        var two = ingest("two");
        await().atMost(SOON)
                .until(() -> cameras.clients().size() == IDS.size()
                        && Set.copyOf(cameras.clients().values()).size() == 2);
        await().atMost(SOON).until(() -> IDS.stream().allMatch(this::isLive));

        one.close();

        assertThat(cameras.clients()).doesNotContainValue("one");
        await().atMost(HANDED_OVER).until(() -> cameras.clients().size() == IDS.size());
        await().atMost(SOON).until(() -> IDS.stream()
                .allMatch(id -> states.get(id.value()).orElseThrow().instance().equals("two")));
        assertThat(cameras.refusals()).isZero();
        assertThat(two.health()).isEqualTo(Health.GOOD);
        assertSequencesRise();
    }

    private void assertSequencesRise() {
        for (var id : IDS) {
            assertThat(frames.stream()
                            .map(Frame::facts)
                            .filter(facts -> facts.source().equals(id.source()))
                            .map(facts -> facts.sequence()))
                    .as(id.value())
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void camera_isFollowedThroughItsDefinitions() throws Exception {
        var ingest = ingest("one");
        var registry = new SimpleMeterRegistry();
        ingest.bindTo(registry);
        define(DOOR, "rtsp://10.0.0.7/main");
        await().atMost(SOON).until(() -> isLive(DOOR) && answered() > 0 && !previews.isEmpty());
        assertThat(registry.get("faceline.cameras")
                        .tag("condition", "live")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("faceline.cameras.frames").counters()).isNotEmpty();
        assertThat(previews.get(0).camera()).isEqualTo(DOOR);

        writeUnreadable();
        define(DOOR, "rtsp://10.0.0.8/main");
        await().atMost(SOON).until(() -> cameras.address(DOOR)
                .filter(new CameraAddress("rtsp://10.0.0.8/main")::equals)
                .isPresent());
        assertThat(cameras.openings()).isEqualTo(2);

        sender.send(kafka.topics().cameras(), DOOR.value(), null, null).join();
        await().atMost(SOON).until(() -> cameras.clients().isEmpty());
        await().atMost(SOON).until(() -> states.get(DOOR.value()).isEmpty());
        assertThat(ingest.health()).isEqualTo(Health.GOOD);
    }

    private long answered() {
        return states.get(DOOR.value()).map(state -> state.figures().answered()).orElse(0L);
    }

    private void writeUnreadable() {
        var cameras = kafka.topics().cameras();
        var text = new Topic<>(cameras.name(), RecordSerde.json(String.class), cameras.spread(), Map.of());
        sender.send(text, DOOR.value(), "no camera", null).join();
    }

    @Test
    void watchedCamera_isReadWithoutADefinition_inItsOwnSession() {
        var ingest = ingest("one", Map.of("FACELINE_CAMERAS_READ", "false"));
        var told = new CopyOnWriteArrayList<CameraCondition>();
        var answers = new CopyOnWriteArrayList<Match>();
        var camera = Camera.of(DOOR, "Door", new CameraAddress("rtsp://10.0.0.7/x"), CameraOrigin.API, Instant.now());
        var target = new CameraTarget(Lane.CAMERA, new SessionId("camera:watched"), "watched");

        try (var run = ingest.watch(camera, target, new CameraListener() {
            @Override
            public void answered(Match match) {
                answers.add(match);
            }

            @Override
            public void state(CameraState state) {
                told.add(state.condition());
            }
        })) {
            run.start();
            await().atMost(SOON).until(() -> told.contains(CameraCondition.LIVE) && answers.size() > 2);
        }

        assertThat(answers).allMatch(match -> match.facts().source().equals("watched"));
        assertThat(cameras.clients()).isEmpty();
        assertThat(states.snapshot()).isEmpty();
    }

    @Test
    void instanceThatReadsNone_leavesThemToTheOthers() {
        defineAll();
        ingest("none", Map.of("FACELINE_CAMERAS_READ", "false"));
        ingest("one");

        await().atMost(SOON).until(() -> cameras.clients().size() == IDS.size());

        assertThat(cameras.clients().values()).containsOnly("one");
    }
}
