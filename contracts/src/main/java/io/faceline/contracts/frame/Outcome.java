package io.faceline.contracts.frame;

import java.util.function.Function;

/**
 * What became of a frame: the thing a stage made of it, or why there is none. Decided where it happened; the stages
 * behind pass a loss on as it is, so that one answer comes out for every frame that went in.
 */
public sealed interface Outcome<T> {
    /** The stage made this. */
    record Made<T>(T value) implements Outcome<T> {}

    /** The frame was given up on purpose. */
    record Dropped<T>(DropReason reason) implements Outcome<T> {}

    /** The frame could not be worked on; the message says what to do about it. */
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

    /** What the next stage makes of this: {@code next} on what was made, a loss as it is. */
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

    /** What to make of a failure. */
    @FunctionalInterface
    interface FailedCase<R> {
        R apply(FailureCode code, String message);
    }
}
