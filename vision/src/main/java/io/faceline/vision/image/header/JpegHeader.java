package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the marker segments of a JPEG up to its first scan (ITU-T T.81, annex B), and counts those that cost work.
 *
 * @param isCommon 8 bits, luma and chroma at half the resolution (4:2:0), as cameras and videos use
 * @param scanStart offset of the first scan's data, or the file's length if there is none
 */
public record JpegHeader(
        long width, long height, Orientation orientation, boolean isCommon, int scanStart, JpegMarkers markers)
        implements ImageHeader {
    /**
     * The scripts of libjpeg make at most 18 scans, optimising encoders a few more; libtiff and GDAL stop at a hundred, too.
     */
    private static final int MAX_SCANS = 100;

    private static final long ARITHMETIC_CODING = 10;
    /** Building the lookup of a Huffman table takes 10 to 30 µs. */
    private static final long WORK_OF_TABLE = 20_000;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final String EXIF = "Exif\0\0";
    private static final int APP14 = 0xEE;
    private static final String ADOBE = "Adobe";

    /**
     * Baseline, extended, progressive. The others are lossless, hierarchical or arithmetic, which are not used in
     * practice.
     */
    private static final Set<Integer> COMMON_FRAMES = Set.of(0xC0, 0xC1, 0xC2);

    /** Precision, and after the size three components, each with id, sampling and table. */
    private static final int PRECISION = 8;

    private static final int COMPONENTS = 3;
    private static final int[] SAMPLING = {0x22, 0x11, 0x11};

    /** IndexOutOfBoundsException when the file ends before its size. */
    static JpegHeader read(Blob jpeg) {
        var reader = new Reader(jpeg.asReadOnlyBuffer());
        while (reader.readSegment()) {}
        if (reader.width < 0) {
            throw new IndexOutOfBoundsException("no frame header");
        }
        return new JpegHeader(
                reader.width,
                reader.height,
                reader.orientation,
                reader.isCommon(),
                reader.position,
                JpegMarkers.count(jpeg));
    }

    @Override
    public ImageKind kind() {
        return ImageKind.JPEG;
    }

    @Override
    public boolean hasAlpha() {
        return false;
    }

    @Override
    public boolean isAnimated() {
        return false;
    }

    @Override
    public DecodingWork work() {
        var scans = Math.max(1, markers.scans()) * (markers.isArithmetic() ? ARITHMETIC_CODING : 1);
        return new DecodingWork(scans + Math.max(0, markers.frames() - 1), markers.tables() * WORK_OF_TABLE);
    }

    @Override
    public Optional<String> excess() {
        return markers.scans() > MAX_SCANS
                ? Optional.of(String.format(Locale.ROOT, "%,d scans, the maximum is %d", markers.scans(), MAX_SCANS))
                : Optional.empty();
    }

    /** Where segments with EXIF begin. */
    public List<Integer> exifSegments() {
        return markers.exifSegments();
    }

    /** Entropy-coded data never holds the bytes FF D9, so wherever they stand after the scan's start, the image ends. */
    public boolean hasEnd(Blob jpeg) {
        var bytes = jpeg.asReadOnlyBuffer();
        for (int i = jpeg.size() - 2; i >= scanStart; i--) {
            if (bytes.get(i) == (byte) 0xFF && bytes.get(i + 1) == (byte) END_OF_IMAGE) {
                return true;
            }
        }
        return false;
    }

    private static final class Reader {
        private final ByteBuffer bytes;
        private final int end;
        private int position = 2;
        private int width = -1;
        private int height = -1;
        private Orientation orientation = Orientation.NONE;
        private boolean hasExif;
        private boolean hasCommonFrame;
        private boolean hasAdobeSegment;

        Reader(ByteBuffer bytes) {
            this.bytes = bytes;
            this.end = bytes.capacity();
        }

        /** False at the scan or the end of the file. */
        boolean readSegment() {
            var marker = nextMarker();
            if (marker < 0 || marker == END_OF_IMAGE || position + 2 > end) {
                return false;
            }
            if (standsAlone(marker)) {
                return true;
            }
            if (isStartOfFrame(marker) && width < 0) {
                hasCommonFrame = COMMON_FRAMES.contains(marker) && hasCommonComponents();
                height = Short.toUnsignedInt(bytes.getShort(position + 3));
                width = Short.toUnsignedInt(bytes.getShort(position + 5));
            } else if (marker == APP1 && !hasExif && ImageKind.hasAt(bytes, position + 2, EXIF)) {
                hasExif = true;
                orientation = TiffDirectory.orientationOfExif(exif());
            } else if (marker == APP14 && ImageKind.hasAt(bytes, position + 2, ADOBE)) {
                hasAdobeSegment = true;
            }
            var length = Math.max(2, Short.toUnsignedInt(bytes.getShort(position)));
            position = Math.min(end, position + length);
            return marker != START_OF_SCAN;
        }

        /** Adobe's segment may declare RGB instead of YCbCr. */
        boolean isCommon() {
            return hasCommonFrame && !hasAdobeSegment;
        }

        private boolean hasCommonComponents() {
            if (bytes.get(position + 2) != PRECISION || bytes.get(position + 7) != COMPONENTS) {
                return false;
            }
            for (var i = 0; i < COMPONENTS; i++) {
                var component = position + 8 + 3 * i;
                if (bytes.get(component) != i + 1 || bytes.get(component + 1) != SAMPLING[i]) {
                    return false;
                }
            }
            return true;
        }

        private ByteBuffer exif() {
            var start = position + 2 + EXIF.length();
            var length = position + Short.toUnsignedInt(bytes.getShort(position)) - start;
            return bytes.slice(start, Math.max(0, Math.min(end - start, length)));
        }

        /** Skips bytes that are not a marker, as libjpeg does: some cameras leave a few between segments. */
        private int nextMarker() {
            while (position < end) {
                if (bytes.get(position++) == (byte) 0xFF) {
                    while (position < end && bytes.get(position) == (byte) 0xFF) {
                        position++;
                    }
                    if (position < end && bytes.get(position) != 0) {
                        return Byte.toUnsignedInt(bytes.get(position++));
                    }
                }
            }
            return -1;
        }

        private static boolean standsAlone(int marker) {
            return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        }
    }

    /** SOF0 to SOF15 without the tables and the extension that share their range. */
    static boolean isStartOfFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
