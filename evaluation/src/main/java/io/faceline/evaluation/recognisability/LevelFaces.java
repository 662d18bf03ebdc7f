package io.faceline.evaluation.recognisability;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.sampling.SampleFaces;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.Measures;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The faces of one level.
 *
 * @param faces by the number of the photo; empty where none was found
 */
public record LevelFaces(String level, List<Optional<MeasuredFace>> faces) {
    /** @param isPadded whether it was found only after a margin was added */
    public record MeasuredFace(Embedding embedding, double rawLength, Measures measures, boolean isPadded) {}

    public LevelFaces {
        faces = List.copyOf(faces);
    }

    public static LevelFaces of(
            String level, PhotoSet photos, List<SampledFace> sampled, Recognisability recognisability) {
        Map<String, SampledFace> byPhoto = SampleFaces.byPhoto(sampled);
        var faces = new ArrayList<Optional<MeasuredFace>>();
        for (var photo : photos.photos()) {
            faces.add(Optional.ofNullable(byPhoto.get(photo))
                    .map(face -> new MeasuredFace(
                            face.embedding(),
                            face.rawLength(),
                            recognisability.measure(face.embedding(), face.rawLength()),
                            face.isPadded())));
        }
        return new LevelFaces(level, faces);
    }

    public boolean has(int photo) {
        return faces.get(photo).isPresent();
    }

    /** Whether no face was found in any photo. */
    boolean isEmpty() {
        return faces.stream().allMatch(Optional::isEmpty);
    }

    Measures measures(int photo) {
        return faces.get(photo).orElseThrow().measures();
    }

    /** The vectors of all photos; zeros where there is no face, which resemble nobody. */
    public float[][] vectors() {
        var dimension = faces.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .embedding()
                .dimension();
        return faces.stream()
                .map(face -> face.map(found -> found.embedding().toArray()).orElseGet(() -> new float[dimension]))
                .toArray(float[][]::new);
    }
}
