package io.faceline.standalone.broker;

import io.faceline.runtime.disk.Disk;
import io.faceline.runtime.settings.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The free space without which Kafka is not started. It maps index files into memory, whose bytes on disk are taken when
 * they are written: on a full disk that write is no exception of Java but a fault of the process, which says nothing of
 * disks.
 */
final class StartSpace {
    /** New indexes after a kill and the files of new topics take a few; the rest is for what is deleted next. */
    static final long MIN_BYTES = 64L << 20;

    private StartSpace() {}

    /**
     * @param folder of the data; it may not exist yet
     * @throws SettingsException when the disk of the folder is full
     */
    static void require(Path folder) {
        try {
            require(folder, Disk.of(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + folder + " cannot be read", e);
        }
    }

    static void require(Path folder, Disk disk) {
        if (disk.free() < MIN_BYTES) {
            throw new SettingsException("the disk of " + folder + " has only " + (disk.free() >> 20)
                    + " MiB free, and Kafka needs " + (MIN_BYTES >> 20)
                    + " MiB to start: free some space and start again. The data are kept");
        }
    }
}
