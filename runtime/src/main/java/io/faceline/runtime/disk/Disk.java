package io.faceline.runtime.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sizes of a disk in bytes. A disk that cannot be read has no room. Thread-safe. */
public interface Disk {
    long free();

    long total();

    /** The disk of a folder that may not exist yet. */
    static Disk of(Path folder) throws IOException {
        var existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return of(Files.getFileStore(existing));
    }

    private static Disk of(FileStore store) {
        return new Disk() {
            @Override
            public long free() {
                return read(store::getUsableSpace);
            }

            @Override
            public long total() {
                return read(store::getTotalSpace);
            }
        };
    }

    /** A size that the system may fail to tell. */
    @FunctionalInterface
    interface Size {
        long read() throws IOException;
    }

    private static long read(Size size) {
        try {
            return size.read();
        } catch (IOException e) {
            return 0;
        }
    }
}
