package io.faceline.vision.image.decode;

import io.faceline.contracts.Blob;
import io.faceline.vision.image.header.WebpChunks;
import io.faceline.vision.image.header.WebpHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Extracts the first frame of an animated WebP as a still WebP, because OpenCV cannot read animations. */
final class WebpAnimation {
    private static final int FRAME = WebpChunks.name("ANMF");
    private static final int ALPHA = WebpChunks.name("ALPH");
    private static final int FRAME_PREFIX_BYTES = 16;
    private static final int EXTENDED_CHUNK_BYTES = 18;
    private static final byte ALPHA_FLAG = 0x10;

    private final Blob still;
    private final int x;
    private final int y;

    private WebpAnimation(Blob still, int x, int y) {
        this.still = still;
        this.x = x;
        this.y = y;
    }

    /** A whole WebP file. */
    Blob still() {
        return still;
    }

    /** Offset of the frame on the canvas, in pixels from the left. */
    int x() {
        return x;
    }

    /** Offset of the frame on the canvas, in pixels from the top. */
    int y() {
        return y;
    }

    /** Empty when there is none. */
    static Optional<WebpAnimation> firstFrame(Blob animated) {
        var bytes = animated.asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return WebpChunks.find(bytes, WebpHeader.FIRST_CHUNK, FRAME)
                .filter(frame -> frame.capacity() > FRAME_PREFIX_BYTES)
                .map(WebpAnimation::of);
    }

    /** The data of a frame are the chunks of a still image; only transparency requires an extended header. */
    private static WebpAnimation of(ByteBuffer frame) {
        var chunks = frame.slice(FRAME_PREFIX_BYTES, frame.capacity() - FRAME_PREFIX_BYTES);
        var hasAlpha =
                WebpChunks.find(chunks.order(ByteOrder.LITTLE_ENDIAN), 0, ALPHA).isPresent();
        var size = 4 + (hasAlpha ? EXTENDED_CHUNK_BYTES : 0) + chunks.capacity();
        var still = ByteBuffer.allocate(8 + size).order(ByteOrder.LITTLE_ENDIAN);
        still.putInt(WebpChunks.name("RIFF")).putInt(size).putInt(WebpChunks.name("WEBP"));
        if (hasAlpha) {
            still.putInt(WebpChunks.name("VP8X"))
                    .putInt(EXTENDED_CHUNK_BYTES - 8)
                    .putInt(ALPHA_FLAG);
            still.put(frame.slice(6, 6));
        }
        still.put(chunks);
        return new WebpAnimation(
                Blob.wrap(still.array()), 2 * WebpChunks.unsigned24(frame, 0), 2 * WebpChunks.unsigned24(frame, 3));
    }
}
