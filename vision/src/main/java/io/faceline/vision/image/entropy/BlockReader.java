package io.faceline.vision.image.entropy;

import org.jspecify.annotations.Nullable;

/** Reads the codes of a block without computing its values. Not thread-safe. */
interface BlockReader {
    /** False for codes that no encoder writes. */
    boolean read(ScanHeader.Part part, int block, EntropyReader reader);

    /** Must be called after a restart marker. */
    default void restart() {}

    /** The reader of a scan (ITU-T T.81, annex F for sequential, annex G for progressive JPEGs). */
    static BlockReader of(ScanHeader scan, boolean isProgressive) {
        if (!isProgressive) {
            return BlockReader::readSequential;
        }
        if (scan.first() == 0) {
            return scan.isRefining() ? BlockReader::refineDc : BlockReader::readDc;
        }
        return new ProgressiveAc(scan.first(), scan.last(), scan.isRefining());
    }

    private static boolean readSequential(ScanHeader.Part part, int block, EntropyReader reader) {
        if (!readDc(part, block, reader)) {
            return false;
        }
        var index = 1;
        while (index < ScanHeader.COEFFICIENTS) {
            var symbol = symbol(part.ac(), reader);
            if (symbol < 0) {
                return false;
            }
            var size = symbol & 15;
            var run = symbol >>> 4;
            if (size == 0 && run != 15) {
                return true;
            }
            index += run + 1;
            reader.skip(size);
        }
        return index == ScanHeader.COEFFICIENTS;
    }

    private static boolean readDc(ScanHeader.Part part, int block, EntropyReader reader) {
        var size = symbol(part.dc(), reader);
        reader.skip(Math.max(0, size));
        return size >= 0 && size <= 16;
    }

    private static boolean refineDc(ScanHeader.Part part, int block, EntropyReader reader) {
        reader.skip(1);
        return true;
    }

    static int symbol(@Nullable HuffmanTable table, EntropyReader reader) {
        return table == null ? HuffmanTable.INVALID : table.read(reader);
    }
}
