package io.faceline.alerts.passing;

import io.faceline.alerts.known.Books;
import io.faceline.alerts.node.Nodes;
import io.faceline.contracts.alert.Observation;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.rule.RuleId;
import io.faceline.contracts.topic.Topics;
import io.faceline.runtime.store.Table;
import io.faceline.runtime.streams.BadRecordException;
import io.faceline.runtime.streams.RecordGuard;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Passes on what cameras do, at each change and about once a minute, to the rules that want to know. */
public final class PassCameras implements Processor<String, CameraState, String, Object> {
    static final String CAMERAS = "passed-cameras";

    private static final String WRITE_OBSERVATIONS = "write-camera-observations";
    private static final String READ_CAMERA_STATES = "read-camera-states";
    private static final String PASS_CAMERAS = "pass-cameras";
    private static final Duration TICK = Duration.ofMillis(200);

    private final Function<ProcessorContext<?, ?>, Books> openBooks;
    private @Nullable Running running;

    /** What there is from the start of the task on. */
    private record Running(
            ProcessorContext<String, Object> context, RecordGuard guard, Table<PassedCamera> cameras, Books books) {}

    private PassCameras(Function<ProcessorContext<?, ?>, Books> openBooks) {
        this.openBooks = openBooks;
    }

    public static void addTo(Topology topology, Topics topics, Function<ProcessorContext<?, ?>, Books> books) {
        Nodes.source(topology, READ_CAMERA_STATES, topics.cameraStates());
        topology.addProcessor(PASS_CAMERAS, () -> new PassCameras(books), READ_CAMERA_STATES);
        new Nodes(topology, topics, PASS_CAMERAS)
                .store(CAMERAS, PassedCamera.class)
                .sink(WRITE_OBSERVATIONS, topics.alerting().observations());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        running = new Running(
                context, RecordGuard.in(context.appConfigs()), Nodes.table(context, CAMERAS), openBooks.apply(context));
        context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, now -> refresh());
    }

    @Override
    public void process(Record<String, CameraState> read) {
        refresh();
        var state = read.value();
        if (state == null) {
            forget(read.key());
            return;
        }
        if (!state.camera().value().equals(read.key())) {
            throw new BadRecordException("the key must be the camera " + state.camera() + ", was " + read.key());
        }
        running().guard().work(running().context().recordMetadata().orElse(null), () -> on(state), () -> {});
    }

    /** Who wants the log to be compacted writes tombstones of no camera. */
    private void forget(@Nullable String key) {
        if (key != null && CameraId.parse(key).isPresent()) {
            running().cameras().remove(key);
        }
    }

    private void on(CameraState state) {
        var key = state.camera().value();
        var next = new Observation.OfCamera(state.camera(), state.condition(), state.since(), state.at());
        var last = running().cameras().read(key);
        if (last.filter(known -> !known.isFollowedBy(next)).isEmpty()) {
            var rules = concernedBy(state.camera());
            rules.forEach(rule -> pass(rule, next));
            running().cameras().write(key, new PassedCamera(next, rules));
        }
    }

    /** A rule that is new knows at once what cameras do. */
    private void refresh() {
        if (running().books().refresh()) {
            running().cameras().where(any -> true).forEach(this::passToNewRules);
        }
    }

    private void passToNewRules(String key, PassedCamera passed) {
        var rules = concernedBy(passed.state().camera());
        rules.stream().filter(rule -> !passed.rules().contains(rule)).forEach(rule -> pass(rule, passed.state()));
        if (!rules.equals(passed.rules())) {
            running().cameras().write(key, new PassedCamera(passed.state(), rules));
        }
    }

    private List<RuleId> concernedBy(CameraId camera) {
        return running().books().book().concernedBy(camera).stream()
                .sorted(Comparator.comparing(RuleId::value))
                .toList();
    }

    private void pass(RuleId rule, Observation observation) {
        var context = running().context();
        context.forward(new Record<>(rule.value(), observation, context.currentSystemTimeMs()), WRITE_OBSERVATIONS);
    }

    private Running running() {
        return Objects.requireNonNull(running, "not initialised");
    }
}
