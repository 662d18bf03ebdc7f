package io.faceline.alerting.judge.special.shared;

import java.time.Duration;

/** How long a camera may be without a state. */
public final class CameraSilence {
    /** States come about once a minute; after so long without one nobody knows what the camera does. */
    public static final Duration LONGEST = Duration.ofSeconds(90);

    private CameraSilence() {}
}
