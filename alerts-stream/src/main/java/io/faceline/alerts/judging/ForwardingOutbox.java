package io.faceline.alerts.judging;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.alert.AlertId;
import io.faceline.contracts.alert.AlertPicture;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.runtime.kafka.CloudEvent;
import io.faceline.runtime.store.PacedCommits;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Forwards to the sinks of the topology. Made while the task is initialised. */
final class ForwardingOutbox implements AlertOutbox {
    /** As that of the stage: an alert that comes alone does not wait. */
    private static final Duration COMMIT = Duration.ofMillis(50);

    private final ProcessorContext<String, Object> context;
    private final PacedCommits commits;

    ForwardingOutbox(ProcessorContext<String, Object> context) {
        this.context = context;
        this.commits = PacedCommits.start(context, COMMIT);
    }

    @Override
    public void alert(String id, @Nullable Alert alert) {
        forward(id, alert, JudgeAlerts.WRITE_ALERTS, headers(id, alert));
    }

    @Override
    public void shot(String alert, @Nullable AlertPicture picture) {
        forward(alert, picture, JudgeAlerts.WRITE_ALERT_SHOTS, new RecordHeaders());
    }

    /** Those of an event, but for what only makes Kafka compact. */
    private Headers headers(String id, @Nullable Alert alert) {
        var headers = new RecordHeaders();
        if (alert != null) {
            CloudEvent.of(alert).writeTo(headers);
        } else if (AlertId.parse(id).isPresent()) {
            CloudEvent.deleted(PublicTopic.ALERTS, id, Instant.ofEpochMilli(context.currentSystemTimeMs()))
                    .writeTo(headers);
        }
        return headers;
    }

    private void forward(String key, @Nullable Object value, String sink, Headers headers) {
        context.forward(new Record<>(key, value, context.currentSystemTimeMs(), headers), sink);
        commits.request();
    }
}
