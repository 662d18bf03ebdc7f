package io.faceline.cli.file;

import io.faceline.runtime.files.OwnerOnly;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Writes the files of a command. They begin with a mark, and only a file with this mark is ever replaced; links are not
 * followed. The files are readable by their owner only, as they show faces.
 */
public final class WrittenFile {
    private static final String MARK = "Written by faceline, which may replace it";
    private static final byte[] TEXT_START = ("<!-- " + MARK + " -->\n").getBytes(StandardCharsets.US_ASCII);

    /** Start of image, and a comment (ITU-T T.81, B.1.1.3 and B.2.4.5). */
    private static final byte[] START_OF_IMAGE = {(byte) 0xFF, (byte) 0xD8};

    private static final byte[] COMMENT = {(byte) 0xFF, (byte) 0xFE, 0, (byte) (2 + MARK.length())};
    private static final byte[] JPEG_START = joined(START_OF_IMAGE, COMMENT, MARK.getBytes(StandardCharsets.US_ASCII));

    private WrittenFile() {}

    /** Whether writing this file replaces nothing that faceline did not write: a missing file, or one with the mark. */
    public static boolean isFree(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (var content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            var start = content.readNBytes(Math.max(TEXT_START.length, JPEG_START.length));
            return startsWith(start, TEXT_START) || startsWith(start, JPEG_START);
        } catch (IOException e) {
            // What cannot be read may be anything.
            return false;
        }
    }

    /** Writes a page. @throws FileAlreadyExistsException over a file that faceline did not write */
    public static void writePage(Path file, String page) throws IOException {
        replace(file, joined(TEXT_START, page.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes a JPEG. @throws FileAlreadyExistsException over a file that faceline did not write */
    public static void writeJpeg(Path file, byte[] jpeg) throws IOException {
        replace(
                file,
                startsWith(jpeg, START_OF_IMAGE)
                        ? joined(JPEG_START, Arrays.copyOfRange(jpeg, START_OF_IMAGE.length, jpeg.length))
                        : jpeg);
    }

    /** Creates a file without a mark. @throws FileAlreadyExistsException if it exists, if only as a link */
    public static OutputStream create(Path file) throws IOException {
        return OwnerOnly.create(file);
    }

    private static void replace(Path file, byte[] content) throws IOException {
        if (!isFree(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Files.deleteIfExists(file);
        try (var out = create(file)) {
            out.write(content);
        }
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return ByteBuffer.wrap(content, 0, Math.min(content.length, start.length))
                .equals(ByteBuffer.wrap(start));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
