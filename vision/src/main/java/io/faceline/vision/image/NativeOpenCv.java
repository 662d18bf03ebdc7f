package io.faceline.vision.image;

import nu.pattern.OpenCV;

/** The native part of OpenCV: must be loaded before the first {@code Mat} is made. Safe to call from any thread, as often as one likes. */
public final class NativeOpenCv {
    private NativeOpenCv() {}

    /** Takes about half a second the first time, nothing after that. */
    public static void load() {
        Once.load();
    }

    /** The JVM runs a class initialiser once, whichever thread comes first. */
    private static final class Once {
        static {
            OpenCV.loadLocally();
        }

        static void load() {}
    }
}
