package io.faceline.vision.image.decode;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pool of direct buffers. Each 4 KB page of fresh memory costs a page fault, which for a large image takes several
 * times as long as decoding it (docs/explanation/performance.md). Thread-safe.
 */
final class DirectBufferPool {
    /** One for all decoders of this JVM: so is the memory for direct buffers, which is as large as the heap. */
    static final DirectBufferPool SHARED = new DirectBufferPool();

    /** Maximum size of all pooled buffers together. */
    private static final long MAX_POOLED_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    /** A buffer larger than the request by more than this factor is not used for it. */
    private static final int MAX_WASTE = 4;

    /** Sizes are rounded up to this, so that buffers fit requests of a similar size. */
    private static final int GRANULARITY = 64 * 1024;

    // By capacity, then by number, so that several buffers may have the same size.
    @GuardedBy("this")
    private final TreeSet<Spare> spare = new TreeSet<>();

    @GuardedBy("this")
    private long pooledBytes;

    @GuardedBy("this")
    private long number;

    private record Spare(ByteBuffer buffer, long number) implements Comparable<Spare> {
        private static final Comparator<Spare> BY_SIZE =
                Comparator.<Spare>comparingInt(spare -> spare.buffer.capacity()).thenComparingLong(Spare::number);

        @Override
        public int compareTo(Spare other) {
            return BY_SIZE.compare(this, other);
        }
    }

    /** Returns a buffer of at least this size with undefined content. The caller gives it back after use. */
    ByteBuffer borrow(long bytes) {
        var wanted = Math.toIntExact((bytes / GRANULARITY + 1) * GRANULARITY);
        var found = take(wanted);
        return found == null ? ByteBuffer.allocateDirect(wanted) : found;
    }

    private synchronized @Nullable ByteBuffer take(int wanted) {
        for (Iterator<Spare> all = spare.iterator(); all.hasNext(); ) {
            var buffer = all.next().buffer();
            if (buffer.capacity() >= wanted) {
                if (buffer.capacity() / MAX_WASTE > wanted) {
                    return null;
                }
                all.remove();
                pooledBytes -= buffer.capacity();
                return buffer;
            }
        }
        return null;
    }

    synchronized void giveBack(ByteBuffer buffer) {
        if (pooledBytes + buffer.capacity() <= MAX_POOLED_BYTES) {
            spare.add(new Spare(buffer, number++));
            pooledBytes += buffer.capacity();
        }
    }
}
