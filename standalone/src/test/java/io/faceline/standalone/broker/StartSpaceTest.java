package io.faceline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.faceline.runtime.disk.TestDisk;
import io.faceline.runtime.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StartSpaceTest {
    private static final Path FOLDER = Path.of("/data/faceline");

    private final TestDisk disk = new TestDisk(1L << 30);

    @Test
    void startIsRefused_diskIsFull() {
        disk.setFree(StartSpace.MIN_BYTES - 1);

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> StartSpace.require(FOLDER, disk))
                .withMessage("the disk of /data/faceline has only 63 MiB free, and Kafka needs 64 MiB to start: free"
                        + " some space and start again. The data are kept");
    }

    @Test
    void startsWithLittleRoom() {
        disk.setFree(StartSpace.MIN_BYTES);

        assertThatCode(() -> StartSpace.require(FOLDER, disk)).doesNotThrowAnyException();
    }
}
