package io.faceline.embedder;

import io.faceline.contracts.face.AlignedCrop;
import io.faceline.contracts.face.DetectedFace;
import io.faceline.contracts.face.EmbeddedFace;
import io.faceline.contracts.face.Face;
import io.faceline.vision.embed.FaceVector;
import io.faceline.vision.image.CropJpeg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The faces of a frame, and which of them were seen in the same place shortly before.
 *
 * @param left what was seen, and is not in this frame
 */
record SeenPlaces(List<Place> places, List<SeenFace> left, Instant at) {
    private record Place(DetectedFace face, Optional<SeenFace> before) {}

    /**
     * The faces with their embeddings.
     *
     * @param seen what to compare the next frame with
     */
    record Embedded(List<EmbeddedFace> faces, List<SeenFace> seen) {}

    /** @param at when the frame was captured */
    static SeenPlaces of(List<DetectedFace> faces, List<SeenFace> seen, Instant at) {
        var left = new ArrayList<>(
                seen.stream().filter(face -> face.isRecentAt(at)).toList());
        var places = faces.stream()
                .map(face -> new Place(face, take(left, face.face())))
                .toList();
        return new SeenPlaces(places, left, at);
    }

    private static Optional<SeenFace> take(List<SeenFace> from, Face face) {
        var before = from.stream().filter(seen -> seen.isInPlaceOf(face)).findFirst();
        before.ifPresent(from::remove);
        return before;
    }

    /** The crops of the faces that must be embedded, in order. */
    List<AlignedCrop> moved() {
        return places.stream()
                .filter(place -> !isReused(place))
                .map(place -> place.face().crop())
                .toList();
    }

    /** @param vectors of the faces that had to be embedded, in order */
    Embedded with(List<FaceVector> vectors) {
        var own = vectors.iterator();
        var faces = new ArrayList<EmbeddedFace>();
        var seen = new ArrayList<SeenFace>();
        for (var place : places) {
            var isReused = isReused(place);
            var last = isReused ? place.before().orElseThrow().reused() : embedded(place, own.next());
            seen.add(last);
            faces.add(embedded(place.face(), last.vector(), isReused));
        }
        return new Embedded(faces, Stream.concat(seen.stream(), left.stream()).toList());
    }

    private boolean isReused(Place place) {
        return place.before().filter(seen -> seen.isFreshAt(at)).isPresent();
    }

    private SeenFace embedded(Place place, FaceVector vector) {
        var face = place.face().face();
        return place.before()
                .map(seen -> seen.again(face, vector, at))
                .orElseGet(() -> SeenFace.first(face, vector, at));
    }

    private static EmbeddedFace embedded(DetectedFace face, FaceVector vector, boolean isReused) {
        return new EmbeddedFace(
                face.face(),
                vector.embedding(),
                vector.rawLength(),
                CropJpeg.encode(face.crop()),
                isReused ? Boolean.TRUE : null);
    }
}
