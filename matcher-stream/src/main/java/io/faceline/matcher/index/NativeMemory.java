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
 * The native memory of one index. Held by the index and by every search under way; freed when the last lets go. When an
 * index is just dropped, the garbage collector frees its memory. One thread takes of it, any thread holds it.
 */
final class NativeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);
    private static final Cleaner CLEANER = cleaner();

    private final List<ByteBuffer> blocks = new ArrayList<>();
    private final AtomicInteger holders = new AtomicInteger(1);

    /** Room that the garbage collector frees. */
    static FloatBuffer floats(int count) {
        return bytes(count).asFloatBuffer();
    }

    private static ByteBuffer bytes(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
    }

    /** Room in this memory: to be used by those alone who retain it. */
    FloatBuffer take(int floats) {
        var block = bytes(floats);
        blocks.add(block);
        return block.asFloatBuffer();
    }

    /** Whether the memory is there, and from now on stays there until it is let go. */
    boolean retain() {
        return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    /** Once for each time it was held, and once by the index. */
    void release() {
        if (holders.decrementAndGet() == 0) {
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

    /** Frees a direct buffer at once, by the only door that the JDK leaves open (JDK 9 and newer, module jdk.unsupported). */
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
