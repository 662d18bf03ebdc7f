package io.faceline.contracts.alert;

import io.faceline.contracts.OmittedIfAbsent;
import io.faceline.contracts.camera.CameraCondition;
import io.faceline.contracts.camera.CameraId;
import io.faceline.contracts.track.TrackPicture;
import io.faceline.contracts.track.TrackUpdate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is to judge: topic {@code alert-observations}, internal CBOR, between the two halves of alerts-stream. Key: the
 * rule, whose scopes one task judges together, since some conditions are about several of them.
 */
public sealed interface Observation {
    /**
     * A track that may concern the rule.
     *
     * @param picture of the shot, once, when it is new
     */
    record OfTrack(
            TrackUpdate track, @OmittedIfAbsent @Nullable TrackPicture picture) implements Observation {}

    /**
     * What a camera of the rule does, at each change and about once a minute.
     *
     * @param at when the state was written
     */
    record OfCamera(CameraId camera, CameraCondition condition, Instant since, Instant at) implements Observation {}
}
