package io.faceline.ingest.transport;

import io.faceline.contracts.face.Decision;
import io.faceline.contracts.face.Faces;
import io.faceline.contracts.face.MatchedFace;
import io.faceline.contracts.frame.DropReason;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.contracts.frame.Lane;
import io.faceline.contracts.frame.Match;
import io.faceline.runtime.concurrent.Throwables;
import io.faceline.runtime.metrics.Metrics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the outcome of every received frame: answered with faces, dropped, failed, or still in flight. A frame that is
 * sent again because its answer is late counts once. Thread-safe.
 */
public final class FrameMetrics {
    /** The reason of frames that ended with a {@link FrameLostException}. */
    private static final String LOST = "FRAME_LOST";

    private final CompositeMeterRegistry timers = new CompositeMeterRegistry();
    private final Map<Lane, LongAdder> in = adders(Lane.class);
    private final LongAdder withFaces = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = adders(DropReason.class);
    private final Map<FailureCode, LongAdder> failed = adders(FailureCode.class);
    private final LongAdder lost = new LongAdder();
    private final Map<Decision, LongAdder> faces = adders(Decision.class);
    private final Map<Lane, Timer> answerTimes = new EnumMap<>(Lane.class);

    public FrameMetrics() {
        for (var lane : Lane.values()) {
            answerTimes.put(
                    lane,
                    Metrics.histogram("faceline.frame", "Time from receiving a frame to its answer")
                            .tag("lane", lane.label())
                            .register(timers));
        }
    }

    /** Decorates a sender so that every frame it sends is counted. */
    public SendFrame over(SendFrame sender) {
        return (lane, frame, trace) -> {
            in.get(lane).increment();
            var sample = Timer.start();
            return sender.request(lane, frame, trace).whenComplete((match, failure) -> {
                sample.stop(answerTimes.get(lane));
                if (failure == null) {
                    answered(match);
                } else {
                    lost(failure);
                }
            });
        };
    }

    /** Counts a frame that was dropped before it was sent. */
    public void dropped(Lane lane, DropReason reason) {
        in.get(lane).increment();
        dropped.get(reason).increment();
    }

    private void answered(Match match) {
        match.outcome()
                .fold(this::found, reason -> count(dropped.get(reason)), (code, message) -> count(failed.get(code)));
    }

    private LongAdder found(Faces<MatchedFace> found) {
        for (var face : found.faces()) {
            if (face.identification() != null) {
                faces.get(face.identification().decision()).increment();
            }
        }
        return count(withFaces);
    }

    private void lost(Throwable failure) {
        var cause = Throwables.ofFuture(failure);
        count(cause instanceof TimeoutException ? failed.get(FailureCode.TIMEOUT) : lost);
    }

    private static LongAdder count(LongAdder adder) {
        adder.increment();
        return adder;
    }

    /** Received frames that have no outcome yet. */
    long inFlight() {
        return sum(in) - withFaces.sum() - sum(dropped) - sum(failed) - lost.sum();
    }

    private static long sum(Map<?, LongAdder> adders) {
        return adders.values().stream().mapToLong(LongAdder::sum).sum();
    }

    public void bindTo(MeterRegistry registry) {
        timers.add(registry);
        in.forEach((lane, count) -> counter("faceline.frames.in", "Frames received", count)
                .tag("lane", lane.label())
                .register(registry));
        ended("faces", "", withFaces, registry);
        dropped.forEach((reason, count) -> ended("dropped", reason.name(), count, registry));
        failed.forEach((code, count) -> ended("failed", code.name(), count, registry));
        ended("failed", LOST, lost, registry);
        faces.forEach((decision, count) -> counter("faceline.faces", "Faces by decision", count)
                .tag("decision", decision.name().toLowerCase(Locale.ROOT))
                .register(registry));
        Gauge.builder("faceline.frames.in.flight", this, FrameMetrics::inFlight)
                .description("Frames received that have no outcome yet")
                .register(registry);
    }

    private static void ended(String outcome, String reason, LongAdder count, MeterRegistry registry) {
        counter("faceline.frames.out", "Frames with an outcome: answered with faces, dropped or failed", count)
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }

    private static FunctionCounter.Builder<LongAdder> counter(String name, String description, LongAdder count) {
        return FunctionCounter.builder(name, count, LongAdder::sum).description(description);
    }

    private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> kinds) {
        var adders = new EnumMap<K, LongAdder>(kinds);
        for (var kind : kinds.getEnumConstants()) {
            adders.put(kind, new LongAdder());
        }
        return adders;
    }
}
