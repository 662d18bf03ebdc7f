package io.faceline.ingest.camera.run;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Notices a camera that ends its stream after the same time again and again. Not thread-safe. */
final class AlikeEnds {
    private static final int ENDS = 3;
    private static final double TOLERANCE = 0.1;
    private static final Duration MIN_TOLERANCE = Duration.ofSeconds(1);
    private static final Duration MIN = Duration.ofSeconds(2);

    private final Deque<Duration> last = new ArrayDeque<>();

    /** @param lasted the time from the opening to the end */
    void ended(Duration lasted) {
        last.addLast(lasted);
        if (last.size() > ENDS) {
            last.removeFirst();
        }
    }

    /** After how many seconds the last streams ended, if they ended alike. */
    Optional<Long> seconds() {
        if (last.size() < ENDS) {
            return Optional.empty();
        }
        var shortest = last.stream().min(Duration::compareTo).orElseThrow();
        var longest = last.stream().max(Duration::compareTo).orElseThrow();
        var tolerance = Math.max(MIN_TOLERANCE.toMillis(), (long) (shortest.toMillis() * TOLERANCE));
        var areAlike = longest.minus(shortest).toMillis() <= tolerance && shortest.compareTo(MIN) >= 0;
        return areAlike ? Optional.of(Math.round(shortest.toMillis() / 1e3)) : Optional.empty();
    }
}
