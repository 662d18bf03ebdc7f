package io.faceline.runtime.disk;

import io.faceline.runtime.settings.Settings;
import java.util.OptionalLong;

/**
 * The bytes of a disk that always stay free of what others send: room for deletions, for Kafka's compaction, and for
 * everything else on the machine.
 *
 * @param bytes as set; empty for 1 GiB, or an eighth of a disk of less than 8 GiB
 */
public record DiskFloor(OptionalLong bytes) {
    public static final DiskFloor DEFAULT = new DiskFloor(OptionalLong.empty());

    private static final String NAME = "FACELINE_MIN_FREE_BYTES";
    private static final long MAX_DEFAULT = 1L << 30;
    private static final int SHARE = 8;

    public static DiskFloor of(long bytes) {
        return new DiskFloor(OptionalLong.of(bytes));
    }

    public static DiskFloor from(Settings settings) {
        return settings.optional(NAME).isEmpty() ? DEFAULT : of(settings.bytes(NAME, MAX_DEFAULT, 0, Long.MAX_VALUE));
    }

    /** Of this disk. */
    long of(Disk disk) {
        return bytes.orElseGet(() -> Math.min(MAX_DEFAULT, disk.total() / SHARE));
    }
}
