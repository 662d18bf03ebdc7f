package io.faceline.vision.image.entropy;

/** Reads the blocks of a scan of progressive AC coefficients (ITU-T T.81, G.1.2.2 and G.1.2.3). Not thread-safe. */
final class ProgressiveAc implements BlockReader {
    private final int first;
    private final int last;
    private final boolean isRefining;

    /** Number of blocks without further coefficients. */
    private int emptyBlocks;

    ProgressiveAc(int first, int last, boolean isRefining) {
        this.first = first;
        this.last = last;
        this.isRefining = isRefining;
    }

    @Override
    public void restart() {
        emptyBlocks = 0;
    }

    @Override
    public boolean read(ScanHeader.Part part, int block, EntropyReader reader) {
        return isRefining ? refine(part, block, reader) : readFirst(part, block, reader);
    }

    private boolean readFirst(ScanHeader.Part part, int block, EntropyReader reader) {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return true;
        }
        var index = first;
        while (index <= last) {
            var symbol = BlockReader.symbol(part.ac(), reader);
            if (symbol < 0) {
                return false;
            }
            var size = symbol & 15;
            var run = symbol >>> 4;
            if (size == 0 && run != 15) {
                emptyBlocks = (1 << run) + reader.read(run) - 1;
                return true;
            }
            index += run;
            if (size != 0 && index <= last) {
                part.component().setNonZero(block, index);
            }
            reader.skip(size);
            index++;
        }
        return index == last + 1;
    }

    private boolean refine(ScanHeader.Part part, int block, EntropyReader reader) {
        var index = first;
        while (emptyBlocks == 0 && index <= last) {
            var symbol = BlockReader.symbol(part.ac(), reader);
            if (symbol < 0) {
                return false;
            }
            var isNew = (symbol & 15) != 0;
            var run = symbol >>> 4;
            if (!isNew && run != 15) {
                emptyBlocks = (1 << run) + reader.read(run);
                break;
            }
            reader.skip(isNew ? 1 : 0);
            index = skipZeros(part.component(), block, index, run, reader);
            if (isNew && index <= last) {
                part.component().setNonZero(block, index);
            }
            index++;
        }
        if (emptyBlocks > 0) {
            skipZeros(part.component(), block, index, ScanHeader.COEFFICIENTS, reader);
            emptyBlocks--;
        }
        return true;
    }

    /** Reads a bit for each coefficient that is not zero, and ends at the zero after {@code run} zeros. */
    private int skipZeros(Component component, int block, int from, int run, EntropyReader reader) {
        var zeros = run;
        var index = from;
        while (index <= last) {
            if (component.isNonZero(block, index)) {
                reader.skip(1);
            } else if (--zeros < 0) {
                return index;
            }
            index++;
        }
        return index;
    }
}
