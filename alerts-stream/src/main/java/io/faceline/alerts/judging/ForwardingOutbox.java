package io.faceline.alerts.judging;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertPicture;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards to the sinks of the topology. */
final class ForwardingOutbox implements AlertOutbox {
    private final ProcessorContext<String, Object> context;

    ForwardingOutbox(ProcessorContext<String, Object> context) {
        this.context = context;
    }

    @Override
    public void alert(String id, @Nullable Alert alert) {
        forward(id, alert, JudgeAlerts.WRITE_ALERTS);
    }

    @Override
    public void shot(String alert, @Nullable AlertPicture picture) {
        forward(alert, picture, JudgeAlerts.WRITE_ALERT_SHOTS);
    }

    private void forward(String key, @Nullable Object value, String sink) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs()), sink);
    }
}
