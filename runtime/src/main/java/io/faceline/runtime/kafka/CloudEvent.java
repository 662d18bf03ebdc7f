package io.faceline.runtime.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.schema.PublicTopic;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The attributes by which a record of a public topic is a CloudEvent 1.0 in binary mode: the value stays as it is, and the
 * attributes are headers. A replay makes the same id of the same record. Contains ids and never a name.
 *
 * @param type as in {@code io.faceline.match.v1}
 * @param source a URI reference; together with the id it is unique
 * @param subject what the event is about
 */
public record CloudEvent(String type, String source, String id, String subject, Instant time) {
    /** What the names of the headers of all attributes begin with. */
    public static final String PREFIX = "ce_";

    public static final String CONTENT_TYPE = "content-type";

    /** Number of the headers. */
    public static final int ATTRIBUTES = 7;

    private static final byte[] VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] JSON = "application/json".getBytes(UTF_8);
    private static final String SOURCES = "/faceline/sources/";
    private static final String CAMERAS = "/faceline/cameras/";

    /** An answer. The id is that of the frame, which may be answered more than once. */
    public static CloudEvent of(Match match) {
        var facts = match.facts();
        return new CloudEvent(
                PublicTopic.MATCHES.eventType(),
                SOURCES + facts.source(),
                facts.id().value(),
                facts.session().value(),
                match.answeredAt());
    }

    /** A revision of a track. One that was corrected, or has ended, without another frame has another id. */
    public static CloudEvent of(TrackUpdate track) {
        return new CloudEvent(
                PublicTopic.TRACKS.eventType(),
                SOURCES + track.source(),
                track.id() + "-" + track.revision() + "-" + Integer.toHexString(state(track)),
                track.id(),
                track.last().capturedAt());
    }

    /** The same in each process. */
    private static int state(TrackUpdate track) {
        var identity = track.identity();
        return String.join(
                        "\n",
                        track.phase().name(),
                        identity.decision().name(),
                        Objects.toString(identity.person(), ""),
                        Objects.toString(track.former(), ""),
                        identity.corrected() == null
                                ? ""
                                : identity.corrected().at().toString())
                .hashCode();
    }

    /** A revision of an alert. The id is that of the message to receivers. */
    public static CloudEvent of(Alert alert) {
        return new CloudEvent(
                PublicTopic.ALERTS.eventType(),
                "/faceline/rules/" + alert.rule(),
                alert.message(),
                alert.id().value(),
                alert.writtenAt());
    }

    public static CloudEvent of(CameraState state) {
        var camera = state.camera().value();
        return new CloudEvent(
                PublicTopic.CAMERA_STATES.eventType(),
                CAMERAS + camera,
                camera + "-" + state.at().toEpochMilli(),
                camera,
                state.at());
    }

    public static CloudEvent of(ChangeAnswer answer, Instant time) {
        return new CloudEvent(
                PublicTopic.CHANGE_ANSWERS.eventType(),
                "/faceline/sessions/" + answer.session(),
                answer.changeId(),
                answer.session().value(),
                time);
    }

    /**
     * A record without a value: what was kept under the key is gone. The type ends with {@code .deleted}.
     *
     * @param key of the record
     */
    public static CloudEvent deleted(PublicTopic topic, String key, Instant time) {
        return new CloudEvent(
                topic.eventType() + ".deleted",
                "/faceline/" + topic.label(),
                key + "-deleted-" + time.toEpochMilli(),
                key,
                time);
    }

    /** Adds the headers to those of a record, which has none of them yet. */
    public void writeTo(Headers headers) {
        headers.add(PREFIX + "specversion", VERSION)
                .add(PREFIX + "id", id.getBytes(UTF_8))
                .add(PREFIX + "source", source.getBytes(UTF_8))
                .add(PREFIX + "type", type.getBytes(UTF_8))
                .add(PREFIX + "subject", subject.getBytes(UTF_8))
                .add(PREFIX + "time", time.toString().getBytes(UTF_8))
                .add(CONTENT_TYPE, JSON);
    }

    public List<Header> headers() {
        var headers = new RecordHeaders();
        writeTo(headers);
        return List.of(headers.toArray());
    }

    /** Whether a header is one of these, which somebody else may have written. */
    public static boolean isAttribute(String header) {
        return header.startsWith(PREFIX) || header.equals(CONTENT_TYPE);
    }
}
