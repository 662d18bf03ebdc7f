package io.faceline.runtime.disk;

/** A disk as full as a test says. Thread-safe. */
public final class TestDisk implements Disk {
    private final long total;
    private volatile long free;

    public TestDisk(long total) {
        this.total = total;
        this.free = total;
    }

    public void setFree(long bytes) {
        free = bytes;
    }

    @Override
    public long free() {
        return free;
    }

    @Override
    public long total() {
        return total;
    }
}
