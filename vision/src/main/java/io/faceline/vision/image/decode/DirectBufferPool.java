package io.faceline.vision.image.decode;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Iterator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Native memory that is used again. Fresh memory comes a page of 4 KB at a time, each with a fault, which for a large
 * picture costs several times what decoding it does (docs/explanation/performance.md). Safe for all threads.
 */
final class DirectBufferPool {
    /** What lies ready, in all. */
    private static final long MAX_KEPT_BYTES = 256L << 20;

    /** A buffer so much larger than what is asked for is left for another. */
    private static final int MAX_WASTE = 4;

    /** Small differences in size must not make buffers useless. */
    private static final int GRAIN = 64 * 1024;

    // By capacity, then by identity, so that buffers of one size are several. Guarded by this.
    private final TreeSet<Spare> spare = new TreeSet<>();
    private long keptBytes;
    private long number;

    private record Spare(ByteBuffer buffer, long number) implements Comparable<Spare> {
        private static final Comparator<Spare> BY_SIZE =
                Comparator.<Spare>comparingInt(spare -> spare.buffer.capacity()).thenComparingLong(Spare::number);

        @Override
        public int compareTo(Spare other) {
            return BY_SIZE.compare(this, other);
        }
    }

    /** At least so large, with anything in it; to be given back when nobody looks at it any more. */
    ByteBuffer borrow(long bytes) {
        var wanted = Math.toIntExact((bytes / GRAIN + 1) * GRAIN);
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
                keptBytes -= buffer.capacity();
                return buffer;
            }
        }
        return null;
    }

    synchronized void giveBack(ByteBuffer buffer) {
        if (keptBytes + buffer.capacity() <= MAX_KEPT_BYTES) {
            spare.add(new Spare(buffer, number++));
            keptBytes += buffer.capacity();
        }
    }
}
