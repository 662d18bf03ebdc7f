package io.faceline.vision.video;

import java.io.File;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;

/** The name of a file as FFmpeg takes it. */
final class FileUrl {
    private static final String PREFIX = "file:";

    private FileUrl() {}

    /** With the prefix no name can be taken for an address. The caller closes it. */
    static BytePointer of(Path file) {
        var path = file.toAbsolutePath();
        return File.separatorChar == '/'
                ? new BytePointer(PREFIX + bytesOf(path), StandardCharsets.ISO_8859_1)
                : new BytePointer(PREFIX + path, StandardCharsets.UTF_8);
    }

    /** The bytes of the name as the disk has them, one a character: as text they depend on the locale. */
    private static String bytesOf(Path path) {
        var escaped = path.toUri().getRawPath().replace("+", "%2B");
        return URLDecoder.decode(escaped, StandardCharsets.ISO_8859_1);
    }
}
