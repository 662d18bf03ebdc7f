package io.faceline.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.runtime.disk.DiskSpace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path folder;

    @Test
    void keepsWhatIsWritten_untilItIsClosed() throws IOException {
        var out = new ByteArrayOutputStream();

        try (var scratch = Scratch.create(folder.resolve("clip.part"), DiskSpace.elsewhere())) {
            scratch.write(2, new byte[] {3, 4});
            scratch.write(0, new byte[] {1, 2});
            assertThat(scratch.size()).isEqualTo(4);
            scratch.copyTo(out);
        }

        assertThat(out.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void slowReceiver_isRefusedAfterAMinute() {
        assertThatCode(() -> Scratch.requireSpeed(0, Duration.ofSeconds(60))).doesNotThrowAnyException();
        assertThatCode(() -> Scratch.requireSpeed(640 << 10, Duration.ofSeconds(70)))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> Scratch.requireSpeed(640 << 10, Duration.ofSeconds(71)));
    }
}
