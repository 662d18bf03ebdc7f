package io.faceline.cli.watch;

import io.faceline.contracts.camera.CameraState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a watched camera shows. */
sealed interface WatchEvent {
    /** @param similarity highest so far to the person, or to whom an unknown one resembles; empty if to nobody */
    record Came(Instant at, Seen who, Optional<Double> similarity) implements WatchEvent {}

    /** Somebody who came as another, or as unknown, is recognised. */
    record Recognised(Instant at, Seen before, Seen who, Optional<Double> similarity) implements WatchEvent {}

    /** @param at when it was last seen */
    record Left(Instant at, Seen who, Duration stay) implements WatchEvent {}

    record Changed(CameraState state) implements WatchEvent {}

    /** The end of the run. */
    record Summary(Instant from, Instant until, List<Attendance> people) implements WatchEvent {}

    /**
     * When somebody was there in this run.
     *
     * @param visits how often it came
     * @param stay all visits together
     */
    record Attendance(Seen who, Instant first, Instant last, int visits, Duration stay) {}
}
