package io.faceline.vision.video.container;

import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** The URL of a file in FFmpeg's syntax. */
public final class FileUrl {
    private static final String PREFIX = "file:";

    private FileUrl() {}

    /** The prefix keeps a file name from being interpreted as a network URL. The caller closes the pointer. */
    public static BytePointer of(Path file) {
        var path = file.toAbsolutePath();
        return File.separatorChar == '/'
                ? new BytePointer(PREFIX + bytesOf(path), StandardCharsets.ISO_8859_1)
                : new BytePointer(PREFIX + path, StandardCharsets.UTF_8);
    }

    /** The bytes of the name as stored by the file system, one per character; as text they depend on the locale. */
    private static String bytesOf(Path path) {
        var escaped = path.toUri().getRawPath().replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1);
    }
}
