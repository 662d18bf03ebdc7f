package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.degradation.DegradationSeries.Level;
import io.faceline.evaluation.degradation.PoorLevels;
import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Photos as they are and at every poor level.
 *
 * @param poor in the order of {@link PoorLevels}, and then pieces without a face
 */
public record LevelSet(PhotoSet photos, LevelFaces clean, List<LevelFaces> poor) {
    public LevelSet {
        poor = List.copyOf(poor);
    }

    /** @param faces by level */
    public static LevelSet of(PhotoSet photos, Map<String, List<SampledFace>> faces, Recognisability recognisability) {
        var poor = new ArrayList<LevelFaces>();
        for (var level : names()) {
            poor.add(LevelFaces.of(level, photos, faces.getOrDefault(level, List.of()), recognisability));
        }
        return new LevelSet(
                photos,
                LevelFaces.of(
                        PeopleSamples.CLEAN,
                        photos,
                        faces.getOrDefault(PeopleSamples.CLEAN, List.of()),
                        recognisability),
                poor);
    }

    private static List<String> names() {
        var names =
                new ArrayList<>(PoorLevels.tested().stream().map(Level::name).toList());
        names.add(PeopleSamples.NON_FACES);
        return names;
    }
}
