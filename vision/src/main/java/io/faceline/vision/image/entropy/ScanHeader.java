package io.faceline.vision.image.entropy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header of a scan (ITU-T T.81, B.2.3).
 *
 * @param parts in their order within an MCU
 * @param first index of the first coefficient; 0 is DC
 * @param isRefining whether the scan adds a bit to coefficients of earlier scans
 */
record ScanHeader(List<Part> parts, int first, int last, boolean isRefining) {
    static final int COEFFICIENTS = 64;

    /** A component and its tables, which the file may lack. */
    record Part(
            Component component,
            @Nullable HuffmanTable dc,
            @Nullable HuffmanTable ac) {}

    ScanHeader {
        parts = List.copyOf(parts);
    }

    /** Frames of webcams lack their tables, which are those of annex K. */
    boolean hasTables(boolean isProgressive) {
        var needsDc = !isProgressive || (first == 0 && !isRefining);
        var needsAc = !isProgressive || first > 0;
        return parts.stream().allMatch(part -> (!needsDc || part.dc() != null) && (!needsAc || part.ac() != null));
    }
}
