package io.faceline.matcher.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.utils.ByteBufferUnmapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native memory of one index. Held by the index and by every search under way; freed when the last lets go. When an
 * index is just dropped, the garbage collector frees its memory. One thread takes of it, any thread holds it.
 */
final class NativeMemory {
    private static final Logger LOG = LoggerFactory.getLogger(NativeMemory.class);

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
            ByteBufferUnmapper.unmap("vectors", block);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("the garbage collector frees what this JVM lets nobody else free cause=\"{}\"", e.toString());
        }
    }
}
