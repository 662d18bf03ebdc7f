package io.faceline.ingest.camera.run;

import java.time.Duration;
import java.time.Instant;

/** Notices that fewer than half of the frames are answered over ten seconds. Not thread-safe. */
final class Overload {
    private static final Duration SPAN = Duration.ofSeconds(10);
    /** Of so few, one that is under way would count too much. */
    private static final long MIN_FRAMES = 4;

    private Instant since;
    private long asked;
    private long answered;
    private boolean isOverloaded;

    Overload(Instant now) {
        this.since = now;
    }

    /**
     * @param allAsked frames with a picture, since the start
     * @param allAnswered of them
     */
    boolean look(long allAsked, long allAnswered, Instant now) {
        if (!now.isBefore(since.plus(SPAN))) {
            var taken = allAsked - asked;
            isOverloaded = taken >= MIN_FRAMES && 2 * (allAnswered - answered) < taken;
            asked = allAsked;
            answered = allAnswered;
            since = now;
        }
        return isOverloaded;
    }
}
