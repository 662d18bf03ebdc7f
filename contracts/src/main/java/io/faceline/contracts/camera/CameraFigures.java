package io.faceline.contracts.camera;

import io.faceline.contracts.OmittedIfAbsent;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a camera since it was taken up by this instance.
 *
 * @param codec such as {@code h264}; absent before the first picture
 * @param width pixels of the pictures as they arrive; 0 before the first
 * @param height pixels
 * @param framesPerSecond that arrive, counted over five seconds
 * @param delayMillis from the arrival of the last answered picture to its answer; absent before the first answer
 * @param received pictures that arrived
 * @param taken frames that were taken of them, each of which has one answer
 * @param answered frames that were answered with their faces
 * @param dropped pictures that were left out, by reason: names of {@link io.faceline.contracts.frame.DropReason}, and {@code
 *     DAMAGED}, {@code BEHIND} and {@code REPEATED} of pictures that never became frames
 * @param failed frames that failed
 * @param reconnects how often it was opened again
 * @param ignoredCells cells of the motion gate that change always and no longer open it
 */
public record CameraFigures(
        @OmittedIfAbsent @Nullable String codec,
        int width,
        int height,
        double framesPerSecond,
        @OmittedIfAbsent @Nullable Long delayMillis,
        long received,
        long taken,
        long answered,
        Map<String, Long> dropped,
        long failed,
        long reconnects,
        int ignoredCells) {
    public static final CameraFigures NONE = new CameraFigures(null, 0, 0, 0, null, 0, 0, 0, Map.of(), 0, 0, 0);

    public CameraFigures {
        SortedMap<String, Long> sorted = new TreeMap<>(dropped);
        dropped = Collections.unmodifiableMap(sorted);
    }
}
