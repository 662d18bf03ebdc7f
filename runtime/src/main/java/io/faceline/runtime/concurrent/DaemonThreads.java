package io.faceline.runtime.concurrent;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process from ending. */
public final class DaemonThreads {
    private DaemonThreads() {}

    /** Not yet started. */
    public static Thread of(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** For a pool, whose threads are all called so. */
    public static ThreadFactory called(String name) {
        return work -> of(name, work);
    }
}
