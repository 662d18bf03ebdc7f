package io.faceline.vision.image.entropy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The frame of a JPEG and its tables, as its marker segments define them (ITU-T T.81, B.2). Not thread-safe.
 *
 * @param mcuColumns MCUs in a row of interleaved scans
 */
record JpegFrame(boolean isProgressive, int mcuColumns, int mcuRows, List<Component> components) {
    private static final int BLOCK = 8;
    private static final int MAX_FACTOR = 4;

    JpegFrame {
        components = List.copyOf(components);
    }

    /** Empty for an invalid segment. */
    static Optional<JpegFrame> of(Segment segment, boolean isProgressive) {
        var height = segment.number(1);
        var width = segment.number(3);
        var count = segment.at(5);
        if (width == 0 || height == 0 || count == 0 || count > MAX_FACTOR || segment.length() < 6 + 3 * count) {
            return Optional.empty();
        }
        var maxHorizontal = 1;
        var maxVertical = 1;
        for (var i = 0; i < count; i++) {
            var horizontal = segment.at(7 + 3 * i) >>> 4;
            var vertical = segment.at(7 + 3 * i) & 15;
            if (horizontal == 0 || vertical == 0 || horizontal > MAX_FACTOR || vertical > MAX_FACTOR) {
                return Optional.empty();
            }
            maxHorizontal = Math.max(maxHorizontal, horizontal);
            maxVertical = Math.max(maxVertical, vertical);
        }
        var columns = ceil(width, BLOCK * maxHorizontal);
        var rows = ceil(height, BLOCK * maxVertical);
        var components = new ArrayList<Component>();
        for (var i = 0; i < count; i++) {
            var horizontal = segment.at(7 + 3 * i) >>> 4;
            var vertical = segment.at(7 + 3 * i) & 15;
            components.add(new Component(
                    segment.at(6 + 3 * i),
                    horizontal,
                    vertical,
                    ceil(ceil(width * horizontal, maxHorizontal), BLOCK),
                    ceil(ceil(height * vertical, maxVertical), BLOCK),
                    columns * horizontal,
                    rows * vertical,
                    isProgressive));
        }
        return Optional.of(new JpegFrame(isProgressive, columns, rows, components));
    }

    private static int ceil(int value, int divisor) {
        return (value + divisor - 1) / divisor;
    }

    Optional<Component> component(int id) {
        return components.stream().filter(one -> one.id == id).findFirst();
    }
}
