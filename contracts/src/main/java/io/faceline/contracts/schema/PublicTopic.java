package io.faceline.contracts.schema;

import io.faceline.contracts.alert.Alert;
import io.faceline.contracts.camera.CameraState;
import io.faceline.contracts.change.ChangeAnswer;
import io.faceline.contracts.frame.Match;
import io.faceline.contracts.topic.Topic;
import io.faceline.contracts.topic.Topics;
import io.faceline.contracts.track.TrackUpdate;

/** The topics that programs downstream read: public JSON with a schema, and CloudEvents in binary mode. */
public enum PublicTopic {
    MATCHES("matches", "io.faceline.match.v1", Match.class),
    TRACKS("tracks", "io.faceline.track.v1", TrackUpdate.class),
    ALERTS("alerts", "io.faceline.alert.v1", Alert.class),
    CAMERA_STATES("camera-states", "io.faceline.camera-state.v1", CameraState.class),
    CHANGE_ANSWERS("change-answers", "io.faceline.change-answer.v1", ChangeAnswer.class);

    private final String label;
    private final String eventType;
    private final Class<? extends Record> value;

    PublicTopic(String label, String eventType, Class<? extends Record> value) {
        this.label = label;
        this.eventType = eventType;
        this.value = value;
    }

    /** The name without the prefix of an installation. */
    public String label() {
        return label;
    }

    /** The {@code ce_type} of its records. Ends with the version of the schema, within which fields and words are only added. */
    public String eventType() {
        return eventType;
    }

    /** What each record is. */
    public Class<? extends Record> value() {
        return value;
    }

    public Topic<?> of(Topics topics) {
        return switch (this) {
            case MATCHES -> topics.matches();
            case TRACKS -> topics.tracks();
            case ALERTS -> topics.alerting().alerts();
            case CAMERA_STATES -> topics.cameraStates();
            case CHANGE_ANSWERS -> topics.changeAnswers();
        };
    }

    /** The JSON Schema (2020-12) of its records, as text. */
    public String schema() {
        return JsonSchemas.text(label);
    }
}
