package io.faceline.alerts.judging;

import java.time.Instant;
import java.util.Optional;

/** How far the stage has come, in all its instances. Thread-safe. */
@FunctionalInterface
public interface Progress {
    /** All that was written until this time, by the clock of this machine, is judged; empty as long as nothing is known. */
    Optional<Instant> until();
}
