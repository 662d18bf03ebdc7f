package io.faceline.vision.image.header;

import io.faceline.contracts.Blob;
import io.faceline.contracts.frame.FailureCode;
import io.faceline.vision.image.ImageException;
import java.util.Set;

/**
 * What decoding the first image of a TIFF costs: it is stored in strips or tiles, each decoded by itself, by one of many
 * methods of compression.
 */
record TiffWork(TiffDirectory directory, long width, long height) {
    private static final int UNCOMPRESSED = 1;
    private static final int JPEG = 7;
    /** None, CCITT, LZW, JPEG, Deflate by both its numbers, PackBits: what cameras, scanners and editors write. */
    private static final Set<Long> USUAL_COMPRESSIONS = Set.of(1L, 2L, 3L, 4L, 5L, 7L, 8L, 32_773L, 32_946L);

    /** libtiff stops after as many scans of a strip. */
    private static final long MAX_SCANS = 100;

    private static final int SEPARATE_PLANES = 2;
    /** More need not be told apart, and their product fits into a long. */
    private static final long MAX_COUNTED = 10_000_000;

    private static final long MAX_SAMPLES = 10_000;
    private static final long MIN_TILE_SIDE = 16;
    /** Setting up the decoder for a strip takes some 10 µs. */
    private static final long WORK_OF_PIECE = 20_000;
    /** libtiff sorts all tags again for each one that it does not know. */
    private static final long WORK_OF_TAGS = 100;

    /** @throws ImageException when its compression is a rare one */
    DecodingWork of(Blob tiff) throws ImageException {
        requireUsualCompression();
        var pieces = pieces();
        var tags = (long) directory.entries() * directory.entries();
        return new DecodingWork(passes(tiff, pieces), pieces * WORK_OF_PIECE + tags * WORK_OF_TAGS);
    }

    private void requireUsualCompression() throws ImageException {
        var compression = compression();
        if (!USUAL_COMPRESSIONS.contains(compression)) {
            throw new ImageException(
                    FailureCode.UNSUPPORTED_FORMAT,
                    "The TIFF is compressed by the rare method " + compression
                            + ", which is not supported. Save it with LZW or as JPEG.");
        }
    }

    /** Negative if the file has the tag and no readable number. */
    private long compression() {
        return directory
                .number(TiffDirectory.COMPRESSION)
                .orElse(otherwise(TiffDirectory.COMPRESSION, UNCOMPRESSED, -1));
    }

    /** A JPEG in a TIFF may be as hostile as any, and several strips may share one. */
    private long passes(Blob tiff, long pieces) {
        if (compression() != JPEG) {
            return 1;
        }
        var markers = JpegMarkers.count(tiff);
        return markers.hasUnusualFrame() ? MAX_SCANS : Math.min(MAX_SCANS, 1 + markers.scans() / pieces);
    }

    private long pieces() {
        var isTiled = directory.has(TiffDirectory.TILE_WIDTH) || directory.has(TiffDirectory.TILE_HEIGHT);
        var perPlane = isTiled
                ? count(width, TiffDirectory.TILE_WIDTH, MIN_TILE_SIDE, MIN_TILE_SIDE)
                        * count(height, TiffDirectory.TILE_HEIGHT, MIN_TILE_SIDE, MIN_TILE_SIDE)
                : count(height, TiffDirectory.ROWS_PER_STRIP, height, 1);
        return Math.min(MAX_COUNTED, perPlane * planes());
    }

    private long planes() {
        var planar = directory.number(TiffDirectory.PLANAR_CONFIGURATION).orElse(1);
        var samples = directory.number(TiffDirectory.SAMPLES_PER_PIXEL).orElse(1);
        return planar == SEPARATE_PLANES ? Math.min(MAX_SAMPLES, Math.max(1, samples)) : 1;
    }

    /** How many parts of the size in this tag a length has. */
    private long count(long length, int tag, long absent, long unreadable) {
        var size = Math.max(1, directory.number(tag).orElse(otherwise(tag, absent, unreadable)));
        return Math.min(MAX_COUNTED, Math.max(1, (length + size - 1) / size));
    }

    private long otherwise(int tag, long absent, long unreadable) {
        return directory.has(tag) ? unreadable : absent;
    }
}
