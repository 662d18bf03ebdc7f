package io.faceline.cli.cameras;

import io.faceline.contracts.camera.PastedAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The address of a camera as somebody typed it: as it is pasted elsewhere, or the path of a film or of a device. */
final class TypedAddress {
    private static final String SEPARATOR = "://";

    private TypedAddress() {}

    /** @throws IllegalArgumentException that says what to do, and repeats nothing of what was typed */
    static PastedAddress of(String typed) {
        var text = typed.strip();
        return PastedAddress.of(text.contains(SEPARATOR) ? text : localAddress(text));
    }

    private static String localAddress(String text) {
        if (text.startsWith("/dev/")) {
            return "v4l2" + SEPARATOR + text;
        }
        if (isFile(text)) {
            return Path.of(text).toAbsolutePath().toUri().toString();
        }
        throw new IllegalArgumentException(
                "there is no such film; a camera's address starts with rtsp://, rtsps://, http://"
                        + " or https://, or is a device such as /dev/video0");
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
