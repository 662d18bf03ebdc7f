package io.faceline.vision.camera.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A certificate in a temporary file that only its owner can read, until it is closed. Not thread-safe.
 *
 * @param file none if there is no certificate
 */
public record Certificate(Optional<Path> file) implements AutoCloseable {
    public static Certificate of(Optional<String> pem) {
        try {
            if (pem.isEmpty()) {
                return new Certificate(Optional.empty());
            }
            // Only its owner may read such a file.
            return new Certificate(
                    Optional.of(Files.writeString(Files.createTempFile("faceline-camera", ".pem"), pem.get())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (file.isPresent()) {
                Files.deleteIfExists(file.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
