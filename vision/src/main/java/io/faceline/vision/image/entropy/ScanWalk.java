package io.faceline.vision.image.entropy;

import java.util.List;

/** Walks through the blocks of one scan and counts those that its data lacks. Not thread-safe. */
final class ScanWalk {
    private static final int FIRST_RESTART = 0xD0;
    private static final int RESTARTS = 8;

    private final JpegFrame frame;
    private final List<ScanHeader.Part> parts;
    private final BlockReader blocks;
    private final EntropyReader reader;
    private final int restartInterval;
    private long missing;
    private long dropped;

    /** @param restartInterval number of MCUs between restart markers, 0 for none */
    ScanWalk(JpegFrame frame, ScanHeader scan, int restartInterval, EntropyReader reader) {
        this.frame = frame;
        this.parts = scan.parts();
        this.blocks = BlockReader.of(scan, frame.isProgressive());
        this.restartInterval = restartInterval;
        this.reader = reader;
    }

    /** Ends before the marker after the scan. */
    void run() {
        var units = (long) columns() * rows();
        var interval = restartInterval == 0 ? units : restartInterval;
        for (long from = 0, number = 0; from < units; from += interval, number++) {
            if (number > 0 && !restart((int) (number - 1) % RESTARTS)) {
                missing += units - from;
                return;
            }
            missing += missingIn(from, Math.min(units, from + interval));
        }
        dropped += reader.skipToMarker();
    }

    private boolean restart(int number) {
        dropped += reader.skipToMarker();
        blocks.restart();
        return reader.skipMarker(FIRST_RESTART + number);
    }

    /** The number of MCUs that the data lacks. */
    private long missingIn(long from, long to) {
        for (var unit = from; unit < to; unit++) {
            var column = (int) (unit % columns());
            var row = (int) (unit / columns());
            if (!read(column, row) || reader.isExhausted()) {
                return to - unit;
            }
        }
        return 0;
    }

    /** A scan of one component has no blocks beyond the picture. */
    private int columns() {
        return isInterleaved() ? frame.mcuColumns() : parts.get(0).component().columns;
    }

    private int rows() {
        return isInterleaved() ? frame.mcuRows() : parts.get(0).component().rows;
    }

    private boolean isInterleaved() {
        return parts.size() > 1;
    }

    private boolean read(int column, int row) {
        if (isInterleaved()) {
            for (var part : parts) {
                if (!readBlocks(part, column, row)) {
                    return false;
                }
            }
            return true;
        }
        var only = parts.get(0);
        return blocks.read(only, only.component().block(column, row), reader);
    }

    private boolean readBlocks(ScanHeader.Part part, int column, int row) {
        var component = part.component();
        for (var y = 0; y < component.vertical; y++) {
            for (var x = 0; x < component.horizontal; x++) {
                var block = component.block(column * component.horizontal + x, row * component.vertical + y);
                if (!blocks.read(part, block, reader)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The share of MCUs that the data lacks. */
    double missingShare() {
        return missing / (double) ((long) columns() * rows());
    }

    /** Number of MCUs that the data lacks. */
    long missing() {
        return missing;
    }

    /** Number of bytes that belong to no MCU. */
    long dropped() {
        return dropped;
    }
}
