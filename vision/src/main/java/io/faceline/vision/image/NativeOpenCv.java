package io.faceline.vision.image;

import nu.pattern.OpenCV;

/** Loads OpenCV's native library, which must be loaded before the first {@code Mat} is created. Thread-safe. */
public final class NativeOpenCv {
    private NativeOpenCv() {}

    /** Takes about half a second on the first call; later calls return immediately. */
    public static void load() {
        Once.load();
    }

    /** The JVM runs a class initialiser exactly once. */
    private static final class Once {
        static {
            OpenCV.loadLocally();
        }

        static void load() {}
    }
}
