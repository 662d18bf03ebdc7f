package io.faceline.vision.video.clip;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** Where FFmpeg writes a clip: the sink, and not a file. Not thread-safe. */
final class ClipOutput implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 18;
    private static final int IO_ERROR = -5;
    private static final int INVALID = -22;
    private static final int SEEK_SET = 0;
    private static final int SEEK_CUR = 1;
    private static final int SEEK_END = 2;

    private final ClipSink sink;
    private final Writing writing = new Writing();
    private final Seeking seeking = new Seeking();
    private final AVIOContext context;
    private long position;
    private long size;
    private @Nullable IOException failure;

    ClipOutput(ClipSink sink) {
        this.sink = sink;
        this.context = avio_alloc_context(
                new BytePointer(av_malloc(BUFFER_BYTES)), BUFFER_BYTES, 1, null, null, writing, seeking);
    }

    AVIOContext context() {
        return context;
    }

    /** @throws IOException when the sink has refused something since */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private int write(BytePointer from, int count) {
        if (failure != null) {
            return IO_ERROR;
        }
        var bytes = new byte[count];
        from.get(bytes);
        try {
            sink.write(position, bytes);
        } catch (IOException e) {
            failure = e;
            return IO_ERROR;
        }
        position += count;
        size = Math.max(size, position);
        return count;
    }

    private long seek(long offset, int whence) {
        var target =
                switch (whence & ~AVSEEK_FORCE) {
                    case AVSEEK_SIZE -> size;
                    case SEEK_SET -> offset;
                    case SEEK_CUR -> position + offset;
                    case SEEK_END -> size + offset;
                    default -> INVALID;
                };
        if (whence != AVSEEK_SIZE && target >= 0) {
            position = target;
        }
        return target;
    }

    @Override
    public void close() {
        av_free(context.buffer());
        avio_context_free(context);
        writing.close();
        seeking.close();
    }

    private final class Writing extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer bytes, int count) {
            return write(bytes, count);
        }
    }

    private final class Seeking extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return seek(offset, whence);
        }
    }
}
