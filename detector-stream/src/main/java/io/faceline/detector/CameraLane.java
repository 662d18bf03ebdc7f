package io.faceline.detector;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.Frame;
import io.faceline.contracts.frame.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The rules of the camera lane for each task, and how many frames they let pass. Thread-safe. */
public final class CameraLane implements MeterBinder, Supplier<FrameRules> {
    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final CameraLimits limits;
    private final InstantSource clock;

    CameraLane(CameraLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** The rules of a task, whose frames are counted. */
    @Override
    public FrameRules get() {
        var rules = new CameraRules(limits, clock);
        return (frame, appendedAt) -> counted(rules.apply(frame, appendedAt));
    }

    private Frame counted(Frame frame) {
        count(frame.image());
        return frame;
    }

    private void count(Outcome<Blob> image) {
        image.fold(
                        taken -> counter("taken", ""),
                        reason -> counter("dropped", reason.name()),
                        (code, message) -> counter("failed", code.name()))
                .increment();
    }

    private Counter counter(String outcome, String reason) {
        return Counter.builder("faceline.camera.frames")
                .description("Frames of the camera lane: taken for detection, dropped or failed")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(meters);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters.add(registry);
    }
}
