package io.faceline.contracts.frame;

import java.util.function.Function;

/**
 * The outcome of a frame: the value a stage made of it, or why there is none. The stage that drops or fails a frame
 * decides; later stages pass that on unchanged, so that every frame gets exactly one answer.
 */
public sealed interface Outcome<T> {
    /** The stage produced a value. */
    record Made<T>(T value) implements Outcome<T> {}

    /** The frame was dropped deliberately. */
    record Dropped<T>(DropReason reason) implements Outcome<T> {}

    /** The frame could not be processed; the message says what to do about it. */
    record Failed<T>(FailureCode code, String message) implements Outcome<T> {}

    static <T> Outcome<T> made(T value) {
        return new Made<>(value);
    }

    static <T> Outcome<T> dropped(DropReason reason) {
        return new Dropped<>(reason);
    }

    static <T> Outcome<T> failed(FailureCode code, String message) {
        return new Failed<>(code, message);
    }

    /** A frame during which a stage ended or hung repeatedly. */
    static <T> Outcome<T> failedInternally() {
        return failed(
                FailureCode.INTERNAL, "a stage cannot process this frame: a bug; the topic dead-letters holds it");
    }

    /** A frame of a role that a newer version added. */
    static <T> Outcome<T> unknownRole() {
        return failed(
                FailureCode.UNKNOWN_ROLE,
                "this version does not know the role of the frame: upgrade it, or send another");
    }

    /** Applies {@code next} to a made value; passes a dropped or failed frame on unchanged. */
    default <R> Outcome<R> then(Function<? super T, ? extends Outcome<R>> next) {
        return fold(next, Outcome::<R>dropped, Outcome::<R>failed);
    }

    /** Handles every case. */
    default <R> R fold(
            Function<? super T, ? extends R> made,
            Function<DropReason, ? extends R> dropped,
            FailedCase<? extends R> failed) {
        if (this instanceof Made<T> it) {
            return made.apply(it.value());
        }
        if (this instanceof Dropped<T> it) {
            return dropped.apply(it.reason());
        }
        if (this instanceof Failed<T> it) {
            return failed.apply(it.code(), it.message());
        }
        throw new IllegalStateException("Outcome is sealed: " + this);
    }

    /** Handles a failure. */
    @FunctionalInterface
    interface FailedCase<R> {
        R apply(FailureCode code, String message);
    }
}
