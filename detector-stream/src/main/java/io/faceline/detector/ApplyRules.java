package io.faceline.detector;

import io.faceline.contracts.frame.Frame;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Applies the rules of a lane to its frames. */
final class ApplyRules extends ContextualFixedKeyProcessor<String, Frame, Frame> {
    private final FrameRules rules;

    ApplyRules(FrameRules rules) {
        this.rules = rules;
    }

    @Override
    public void process(FixedKeyRecord<String, Frame> read) {
        var appendedAt = Instant.ofEpochMilli(read.timestamp());
        context().forward(read.withValue(rules.apply(read.value(), appendedAt)));
    }
}
