package io.faceline.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileFaultTest {
    @Test
    void reasonsAreWords() {
        assertThat(FileFault.reason(new AccessDeniedException("d"))).isEqualTo("permission denied");
        assertThat(FileFault.reason(new NoSuchFileException("d"))).isEqualTo("it does not exist");
        assertThat(FileFault.reason(new FileAlreadyExistsException("d"))).isEqualTo("it exists already");
        assertThat(FileFault.reason(new FileSystemException("d", null, "Read-only file system")))
                .isEqualTo("Read-only file system");
        assertThat(FileFault.reason(new IOException())).isEqualTo("IOException");
    }

    @Test
    void wrappedFailure_isFound() {
        var denied = new AccessDeniedException("/data");

        assertThat(FileFault.of(new IllegalStateException(new UncheckedIOException("cannot", denied))))
                .contains("/data: permission denied");
        assertThat(FileFault.of(new IllegalStateException("a bug"))).isEmpty();
    }
}
