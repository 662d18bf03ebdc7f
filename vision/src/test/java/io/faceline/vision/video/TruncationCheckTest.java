package io.faceline.vision.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruncationCheckTest {
    private static final int FILE_BYTES = 100;

    @TempDir
    Path folder;

    @Test
    void comparesTheFileWithItsPictures_mp4() throws IOException {
        assertThat(isTruncated(VideoKind.MP4, atom(20, "ftyp"), atom(80, "mdat")))
                .isFalse();
        assertThat(isTruncated(VideoKind.MP4, atom(20, "ftyp"), atom(81, "mdat")))
                .isTrue();
        assertThat(isTruncated(VideoKind.MP4, atom(20, "moof"), atom(1, "mdat", 80)))
                .isFalse();
        assertThat(isTruncated(VideoKind.MP4, atom(20, "moof"), atom(1, "mdat", 1L << 40)))
                .isTrue();
    }

    @Test
    void ignoresPartsWithoutFrames() throws IOException {
        assertThat(isTruncated(VideoKind.MP4, atom(20, "ftyp"), atom(0, "mdat")))
                .isFalse();
        assertThat(isTruncated(VideoKind.MP4, atom(20, "ftyp"), atom(500, "free")))
                .isFalse();
        assertThat(isTruncated(VideoKind.MP4, atom(20, "ftyp"), atom(1, "mdat", Long.MAX_VALUE)))
                .isFalse();
        assertThat(isTruncated(VideoKind.AVI, riff(0))).isFalse();
        assertThat(isTruncated(VideoKind.MATROSKA, segment(0x01FFFFFFFFFFFFFFL)))
                .isFalse();
        assertThat(isTruncated(VideoKind.MATROSKA, ByteBuffer.allocate(20))).isFalse();
    }

    @Test
    void comparesTheFileWithItsSegment_matroska() throws IOException {
        assertThat(isTruncated(VideoKind.MATROSKA, segment(0x0100000000000000L + FILE_BYTES - 20)))
                .isFalse();
        assertThat(isTruncated(VideoKind.MATROSKA, segment(0x0100000000000000L + FILE_BYTES - 19)))
                .isTrue();
    }

    @Test
    void comparesTheFileWithItsLastRiff_avi() throws IOException {
        assertThat(isTruncated(VideoKind.AVI, riff(FILE_BYTES - 8))).isFalse();
        assertThat(isTruncated(VideoKind.AVI, riff(FILE_BYTES - 7))).isTrue();
        assertThat(isTruncated(VideoKind.AVI, riff(8), ByteBuffer.allocate(8), riff(76)))
                .isFalse();
        assertThat(isTruncated(VideoKind.AVI, riff(8), ByteBuffer.allocate(8), riff(77)))
                .isTrue();
    }

    /** A file of fixed size with consecutive parts of the given sizes. */
    private boolean isTruncated(VideoKind kind, ByteBuffer... parts) throws IOException {
        var bytes = ByteBuffer.allocate(FILE_BYTES);
        for (var part : parts) {
            bytes.put(part.rewind());
        }
        return TruncationCheck.isTruncated(Files.write(folder.resolve("file"), bytes.array()), kind);
    }

    /** A part, padded to its size if it is small. */
    private static ByteBuffer atom(int size, String name) {
        var atom = ByteBuffer.allocate(size > 8 && size < 30 ? size : 8);
        return atom.putInt(size).put(name.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer atom(int size, String name, long longSize) {
        return ByteBuffer.allocate(16)
                .putInt(size)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putLong(longSize);
    }

    private static ByteBuffer segment(long size) {
        return ByteBuffer.allocate(20)
                .put(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, (byte) 0x83, 0, 0, 0})
                .putInt(0x18538067)
                .putLong(size);
    }

    private static ByteBuffer riff(int size) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(size);
    }
}
