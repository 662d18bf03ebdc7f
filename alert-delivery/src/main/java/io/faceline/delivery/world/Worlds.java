package io.faceline.delivery.world;

/** What is so now, and that it changes. Thread-safe. */
public interface Worlds {
    /** Returns once everything that exists is known; may take long the first time. */
    void awaitKnown();

    World now();

    /** Changes with whatever {@link #now} is made of, but for the passing of time. */
    long version();

    /** Calls this at each change, on the thread that makes it: it must be short. */
    Watch watch(Runnable changed);

    /** Ends the calls. */
    @FunctionalInterface
    interface Watch {
        void end();
    }
}
