package io.faceline.vision.detect;

import java.util.List;

/**
 * What a detector sees in an image.
 *
 * @param faces most confident first
 * @param doubtful what may be a face that is turned, most confident first; no face as it stands
 */
public record Look(List<Detection> faces, List<Detection> doubtful) {
    public Look {
        faces = List.copyOf(faces);
        doubtful = List.copyOf(doubtful);
    }
}
