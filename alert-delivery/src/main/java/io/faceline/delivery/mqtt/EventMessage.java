package io.faceline.delivery.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.faceline.alerting.message.MessageBody;
import io.faceline.contracts.Blob;
import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.serde.Mappers;
import io.faceline.delivery.channel.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * A message about alerts as an event: told now or not at all.
 *
 * @param topic of its camera, or of the installation
 * @param payload the body that webhooks get, with {@code event_type} for Home Assistant; or as the receiver's template says
 * @param until when it is no news any more
 */
record EventMessage(String topic, Blob payload, Instant until) {
    static final Duration NEWS = Duration.ofSeconds(5);

    /** @throws IllegalArgumentException when the receiver's template cannot be rendered */
    static EventMessage of(Outgoing outgoing, Topics topics, Instant now) {
        var receiver = outgoing.receiver();
        var within = Duration.ofSeconds(receiver.deliverWithinSeconds());
        var age = within.compareTo(NEWS) < 0 ? within : NEWS;
        // A batch was waited for on purpose.
        var written = receiver.batchSeconds() > 0
                ? now
                : outgoing.alerts().stream()
                        .map(Alert::writtenAt)
                        .max(Comparator.naturalOrder())
                        .orElse(now);
        return new EventMessage(topics.events(device(outgoing, topics)), payload(outgoing), written.plus(age));
    }

    private static String device(Outgoing outgoing, Topics topics) {
        var alerts = outgoing.alerts();
        return Optional.of(alerts)
                .filter(all -> all.size() == 1)
                .flatMap(all -> camera(all.get(0)))
                .map(camera -> topics.device(Devices.CAMERA, camera.value()))
                .orElseGet(() -> topics.device(Devices.INSTALLATION, ""));
    }

    private static Optional<CameraId> camera(Alert alert) {
        return alert.subject().camera().or(() -> Optional.ofNullable(alert.source())
                .flatMap(CameraId::parse));
    }

    private static Blob payload(Outgoing outgoing) {
        var template = outgoing.receiver().template();
        if (template != null) {
            return MessageBody.of(outgoing.message(), template).bytes();
        }
        try {
            ObjectNode json = Mappers.JSON.valueToTree(outgoing.message());
            json.put("event_type", outgoing.message().type().text());
            return Blob.wrap(Mappers.JSON.writeValueAsBytes(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message is always JSON", e);
        }
    }
}
