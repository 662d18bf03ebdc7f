package io.faceline.standalone.pipeline;

import io.faceline.contracts.frame.Lane;
import java.util.List;

/** Which stages a command needs; each one more costs a little at the start. */
public enum Stages {
    /** Only Kafka: to read what is there. */
    NONE,
    /** For changes of the gallery. */
    MATCHER,
    /** For files. */
    BULK,
    /** For a server. */
    ALL;

    List<Lane> lanes() {
        return switch (this) {
            case NONE, MATCHER -> List.of();
            case BULK -> List.of(Lane.BULK);
            case ALL -> List.of(Lane.LIVE, Lane.BULK);
        };
    }

    boolean withMatcher() {
        return this != NONE;
    }
}
