package io.faceline.matcher.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reference-counted native memory of one index, retained by the index and by every running search, and freed on the
 * last release. If an index is dropped without a release, the garbage collector frees its memory. Confined to one
 * thread: only {@link #retain} and {@link #release} may be called from any thread.
 */
final class NativeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);
    private static final Cleaner CLEANER = cleaner();

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private final AtomicInteger references = new AtomicInteger(1);

    /** Allocates memory that the garbage collector frees. */
    static FloatBuffer floats(int count) {
        return bytes(count).asFloatBuffer();
    }

    private static ByteBuffer bytes(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    /** Allocates a block of this memory, which may only be accessed while the memory is retained. */
    FloatBuffer allocate(int floats) {
        var block = bytes(floats);
        blocks.add(block);
        return block.asFloatBuffer();
    }

    /** Retains the memory until {@link #release}; false if it was already freed. */
    boolean retain() {
        return references.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Must be called once for each successful {@link #retain}, and once by the index. */
    void release() {
        if (references.decrementAndGet() == 0) {
            blocks.forEach(NativeMemory::free);
        }
    }

    private static void free(ByteBuffer block) {
        try {
            CLEANER.unmap(block);
        } catch (ReflectiveOperationException e) {
            LOG.debug("event=native_memory_left_to_the_collector cause=\"{}\"", e.toString());
        }
    }

    /** Frees a direct buffer at once, by sun.misc.Unsafe.invokeCleaner: the JDK has no supported method for it. */
    private interface Cleaner {
        void unmap(ByteBuffer block) throws ReflectiveOperationException;
    }

    private static Cleaner cleaner() {
        try {
            var type = Class.forName("sun.misc.Unsafe");
            var field = type.getDeclaredField("theUnsafe");
            field.setAccessible(true);
            var unsafe = field.get(null);
            var clean = type.getMethod("invokeCleaner", ByteBuffer.class);
            return block -> clean.invoke(unsafe, block);
        } catch (ReflectiveOperationException e) {
            return block -> {
                throw e;
            };
        }
    }
}
