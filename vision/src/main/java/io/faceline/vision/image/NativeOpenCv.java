package io.faceline.vision.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nu.pattern.OpenCV;

/** Loads OpenCV's native library, which must be loaded before the first {@code Mat} is created. Thread-safe. */
public final class NativeOpenCv {
    /** System property that names a library unpacked before; a process of ours need not unpack its own. */
    public static final String FILE_PROPERTY = "faceline.opencv";

    private static final Path MAPS = Path.of("/proc/self/maps");

    private NativeOpenCv() {}

    /** Takes about half a second on the first call; later calls return immediately. */
    public static void load() {
        Once.load();
    }

    /** Where the library of this process was unpacked; empty where the system does not tell. */
    public static Optional<Path> file() {
        load();
        if (!Files.isReadable(MAPS)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.contains("libopencv_java") && line.endsWith(".so"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .filter(Files::isReadable)
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The JVM runs a class initialiser exactly once. */
    private static final class Once {
        static {
            var unpacked = System.getProperty(FILE_PROPERTY);
            if (unpacked == null) {
                unpack();
            } else {
                System.load(unpacked);
            }
        }

        static void load() {}

        /** Into the folder for temporary files. */
        private static void unpack() {
            try {
                OpenCV.loadLocally();
            } catch (RuntimeException | ExceptionInInitializerError e) {
                // Without its cause: it is the library that is missed, not the file that it would be.
                throw new UnsatisfiedLinkError(String.valueOf(e.getCause() == null ? e : e.getCause()));
            }
        }
    }
}
