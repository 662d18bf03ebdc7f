package io.faceline.runtime.disk;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.faceline.runtime.health.Health;
import io.faceline.runtime.health.HealthCheck;
import io.faceline.runtime.http.ProblemException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses what would fill a disk, and says so, until there is room again. What deletes, and what is small, does not ask: the
 * floor leaves room for it. A full disk is left a sixteenth above the floor, so that the answer does not change with each
 * segment that Kafka deletes. Thread-safe.
 */
public final class DiskSpace implements HealthCheck {
    public static final String CODE = "DISK_FULL";

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpace.class);
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int HYSTERESIS = 16;
    private static final long MIB = 1L << 20;

    private final String content;
    private final Disk disk;
    private final long floor;

    @GuardedBy("this")
    private boolean isFull;

    /** @param content what is on this disk: {@code kafka} or {@code videos} */
    public DiskSpace(String content, Disk disk, DiskFloor floor) {
        this.content = content;
        this.disk = disk;
        this.floor = floor.of(disk);
    }

    /** The disk of a folder, which may not exist yet. */
    public static DiskSpace of(String content, Path folder, DiskFloor floor) {
        try {
            return new DiskSpace(content, Disk.of(folder), floor);
        } catch (IOException e) {
            throw new UncheckedIOException("the disk of " + folder + " cannot be read", e);
        }
    }

    /** Of a Kafka elsewhere, whose operator looks after its disks. */
    public static DiskSpace elsewhere() {
        return new DiskSpace("kafka", new Unlimited(), DiskFloor.of(0));
    }

    /** @throws ProblemException when the disk has no room */
    public void require() {
        require(0);
    }

    /** @throws ProblemException when the disk has no room for more bytes */
    public void require(long more) {
        if (isFull() || disk.free() - more < floor) {
            throw new ProblemException(
                    INSUFFICIENT_STORAGE,
                    CODE,
                    "the disk of the server is nearly full: nothing new is accepted until there is room again; delete"
                            + " videos or people, or try again later");
        }
    }

    /** Whether less is free than must stay free. */
    public boolean isFull() {
        var free = disk.free();
        synchronized (this) {
            var isFullNow = free < (isFull ? floor + floor / HYSTERESIS : floor);
            if (isFullNow != isFull) {
                isFull = isFullNow;
                tell(free);
            }
            return isFull;
        }
    }

    @GuardedBy("this")
    private void tell(long free) {
        if (isFull) {
            LOG.error("event=disk_full content={} free_bytes={} min_free_bytes={}", content, free, floor);
        } else {
            LOG.info("event=disk_has_room content={} free_bytes={} min_free_bytes={}", content, free, floor);
        }
    }

    @Override
    public Health health() {
        return isFull()
                ? Health.warned(List.of("the disk of " + content + " has " + disk.free() / MIB
                        + " MiB free: below " + floor / MIB
                        + " MiB (FACELINE_MIN_FREE_BYTES) nothing new is accepted; free some space"))
                : Health.GOOD;
    }

    /** Registers the free bytes and the floor, both tagged with the content. */
    public void bindTo(MeterRegistry registry) {
        if (disk instanceof Unlimited) {
            return;
        }
        Gauge.builder("faceline.disk.free", disk, Disk::free)
                .baseUnit("bytes")
                .tag("content", content)
                .register(registry);
        Gauge.builder("faceline.disk.min.free", () -> floor)
                .baseUnit("bytes")
                .tag("content", content)
                .register(registry);
    }

    private record Unlimited() implements Disk {
        @Override
        public long free() {
            return Long.MAX_VALUE;
        }

        @Override
        public long total() {
            return Long.MAX_VALUE;
        }
    }
}
