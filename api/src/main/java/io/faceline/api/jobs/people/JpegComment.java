package io.faceline.api.jobs.people;

import io.faceline.contracts.Blob;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes a comment into a JPEG, whose pixels stay as they are (ITU-T T.81, B.2.4.5). */
final class JpegComment {
    private static final int START_BYTES = 2;
    private static final int MARKER_BYTES = 2;
    private static final int LENGTH_BYTES = 2;
    private static final int FIRST_APP = 0xFFE0;
    private static final int LAST_APP = 0xFFEF;
    private static final int COMMENT = 0xFFFE;

    /** More than any comment of ours. */
    private static final int MAX_BYTES = 60_000;

    private JpegComment() {}

    static Blob add(String comment, Blob jpeg) {
        var text = comment.getBytes(StandardCharsets.UTF_8);
        if (text.length > MAX_BYTES) {
            throw new IllegalArgumentException("a comment of " + text.length + " bytes");
        }
        var bytes = jpeg.toByteArray();
        var at = afterApplicationSegments(ByteBuffer.wrap(bytes));
        return Blob.wrap(ByteBuffer.allocate(bytes.length + MARKER_BYTES + LENGTH_BYTES + text.length)
                .put(bytes, 0, at)
                .putShort((short) COMMENT)
                .putShort((short) (LENGTH_BYTES + text.length))
                .put(text)
                .put(bytes, at, bytes.length - at)
                .array());
    }

    /** The format of a file, which some programs want first, is in such segments. */
    private static int afterApplicationSegments(ByteBuffer jpeg) {
        var at = START_BYTES;
        while (at + MARKER_BYTES + LENGTH_BYTES <= jpeg.capacity()) {
            var marker = Short.toUnsignedInt(jpeg.getShort(at));
            var next = at + MARKER_BYTES + Short.toUnsignedInt(jpeg.getShort(at + MARKER_BYTES));
            if (marker < FIRST_APP || marker > LAST_APP || next > jpeg.capacity()) {
                return at;
            }
            at = next;
        }
        return at;
    }
}
