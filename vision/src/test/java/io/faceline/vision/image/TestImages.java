package io.faceline.vision.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.imgcodecs.Imgcodecs;

/** Generates images for tests, so that no binary files are committed. */
public final class TestImages {
    public static final int WIDTH = 96;
    public static final int HEIGHT = 64;

    private TestImages() {}

    /** Four quarters: red, green above blue, white, which differ in every orientation. */
    public static BufferedImage quarters(int type) {
        var image = new BufferedImage(WIDTH, HEIGHT, type);
        var graphics = image.createGraphics();
        fill(graphics, Color.RED, 0, 0);
        fill(graphics, Color.GREEN, 1, 0);
        fill(graphics, Color.BLUE, 0, 1);
        fill(graphics, Color.WHITE, 1, 1);
        graphics.dispose();
        return image;
    }

    private static void fill(Graphics2D graphics, Color colour, int column, int row) {
        graphics.setColor(colour);
        graphics.fillRect(column * WIDTH / 2, row * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
    }

    public static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("no writer of " + format + " for this image");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static BufferedImage read(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    public static byte[] jpeg() {
        return encode(quarters(BufferedImage.TYPE_INT_RGB), "jpg");
    }

    public static byte[] png() {
        return encode(quarters(BufferedImage.TYPE_INT_RGB), "png");
    }

    /** Encoded by OpenCV, since the JDK cannot write WebP; a quality above 100 means lossless. */
    public static byte[] webp(int quality) {
        return webp(bgr(quarters(BufferedImage.TYPE_INT_RGB)), quality);
    }

    public static byte[] webp(Mat image, int quality) {
        return encodeByOpenCv(image, ".webp", Imgcodecs.IMWRITE_WEBP_QUALITY, quality);
    }

    public static byte[] encodeByOpenCv(Mat image, String extension, int... parameters) {
        NativeOpenCv.load();
        var bytes = new MatOfByte();
        Imgcodecs.imencode(extension, image, bytes, new MatOfInt(parameters));
        return bytes.toArray();
    }

    public static Mat bgr(BufferedImage image) {
        NativeOpenCv.load();
        var mat = new Mat(image.getHeight(), image.getWidth(), CvType.CV_8UC3);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var colour = new Color(image.getRGB(x, y));
                mat.put(y, x, colour.getBlue(), colour.getGreen(), colour.getRed());
            }
        }
        return mat;
    }

    /** An EXIF block with only an orientation. */
    public static byte[] exif(int orientation, ByteOrder order) {
        var tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 274).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }

    public static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        var segment = ByteBuffer.allocate(10 + exif.length);
        segment.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (8 + exif.length));
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif);
        return insert(jpeg, 2, segment.array());
    }

    public static byte[] pngWithChunk(byte[] png, String name, byte[] data) {
        return insert(png, 33, pngChunk(name, data));
    }

    static byte[] pngChunk(String name, byte[] data) {
        var named = concat(name.getBytes(StandardCharsets.US_ASCII), data);
        var crc = new CRC32();
        crc.update(named);
        var chunk = ByteBuffer.allocate(8 + named.length);
        return chunk.putInt(data.length).put(named).putInt((int) crc.getValue()).array();
    }

    /** An uncompressed TIFF with three samples per pixel and this orientation. */
    public static byte[] tiff(BufferedImage image, int orientation, ByteOrder order) {
        var width = image.getWidth();
        var height = image.getHeight();
        var entries = new int[][] {
            {256, 4, 1, width},
            {257, 4, 1, height},
            {258, 3, 3, 8 + 2 + 11 * 12 + 4},
            {259, 3, 1, 1},
            {262, 3, 1, 2},
            {273, 4, 1, 160},
            {274, 3, 1, orientation},
            {277, 3, 1, 3},
            {278, 4, 1, height},
            {279, 4, 1, width * height * 3},
            {284, 3, 1, 1}
        };
        var tiff = ByteBuffer.allocate(160 + width * height * 3).order(order);
        tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) entries.length);
        for (var entry : entries) {
            putEntry(tiff, entry);
        }
        tiff.putInt(0)
                .putShort((short) 8)
                .putShort((short) 8)
                .putShort((short) 8)
                .position(160);
        for (int i = 0; i < width * height; i++) {
            var colour = new Color(image.getRGB(i % width, i / width));
            tiff.put((byte) colour.getRed()).put((byte) colour.getGreen()).put((byte) colour.getBlue());
        }
        return tiff.array();
    }

    /** Short values are stored in the first two of the four bytes. */
    private static void putEntry(ByteBuffer tiff, int... entry) {
        tiff.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]);
        if (entry[1] == 3 && entry[2] == 1) {
            tiff.putShort((short) entry[3]).putShort((short) 0);
        } else {
            tiff.putInt(entry[3]);
        }
    }

    /** Signature and header only, without decodable content. */
    public static byte[] pngHeader(int width, int height) {
        var header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2);
        var signature = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        return concat(signature, pngChunk("IHDR", header.array()));
    }

    public static byte[] webpChunk(String name, byte[] data) {
        var padded = data.length + (data.length & 1);
        var chunk = ByteBuffer.allocate(8 + padded).order(ByteOrder.LITTLE_ENDIAN);
        return chunk.put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
    }

    public static byte[] riff(byte[]... chunks) {
        var body = concat(chunks);
        var file = ByteBuffer.allocate(12 + body.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(4 + body.length);
        return file.put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(body).array();
    }

    /** The extended header of a WebP. */
    public static byte[] webpExtended(int flags, int width, int height) {
        var data = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(flags).putShort((short) (width - 1)).put((byte) 0).putShort((short) (height - 1));
        return webpChunk("VP8X", data.array());
    }

    public static byte[] insert(byte[] bytes, int position, byte[] inserted) {
        var all = ByteBuffer.allocate(bytes.length + inserted.length);
        return all.put(bytes, 0, position)
                .put(inserted)
                .put(bytes, position, bytes.length - position)
                .array();
    }

    public static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
