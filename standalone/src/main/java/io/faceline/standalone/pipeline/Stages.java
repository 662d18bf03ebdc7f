package io.faceline.standalone.pipeline;

import io.faceline.contracts.frame.Lane;
import java.util.List;

/** The stages that a command needs; each one adds to the start-up time. */
public enum Stages {
    /** Kafka only, for reading. */
    NONE,
    /** The matcher, for changes of the gallery. */
    MATCHER,
    /** The bulk lane, for files. */
    BULK,
    /** The bulk lane for a gallery, and the live lane for a camera. */
    WATCH,
    /** All lanes, for a server. */
    ALL;

    List<Lane> lanes() {
        return switch (this) {
            case NONE, MATCHER -> List.of();
            case BULK -> List.of(Lane.BULK);
            case WATCH -> List.of(Lane.LIVE, Lane.BULK);
            case ALL -> List.of(Lane.LIVE, Lane.BULK, Lane.CAMERA);
        };
    }

    boolean withMatcher() {
        return this != NONE;
    }

    /** Only a server has rules by which somebody is told of a track. */
    boolean withAlerts() {
        return this == ALL;
    }
}
