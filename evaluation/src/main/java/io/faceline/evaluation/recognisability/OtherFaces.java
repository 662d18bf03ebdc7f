package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.sampling.PeopleSamples;
import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Photos that show each person once: half of them are enrolled at random, all others are strangers. */
public record OtherFaces(String name, PhotoSet photos, LevelFaces faces, int leftOut) {
    /** Two photos that are so similar show one person, or are the same. */
    private static final double SAME = 0.9;

    public static OtherFaces of(String name, List<SampledFace> sampled, Recognisability recognisability) {
        var kept = new ArrayList<SampledFace>();
        for (var face : sampled) {
            if (kept.stream().noneMatch(other -> other.embedding().similarity(face.embedding()) > SAME)) {
                kept.add(face);
            }
        }
        var photos = PhotoSet.of(kept, photo -> photo);
        return new OtherFaces(
                name, photos, LevelFaces.of(name, photos, kept, recognisability), sampled.size() - kept.size());
    }

    /** The faces of some parts of the photos, by {@link PeopleSamples#part}. */
    public static List<SampledFace> parts(List<SampledFace> faces, Set<Integer> parts) {
        return faces.stream()
                .filter(face -> parts.contains(PeopleSamples.part(face.photo())))
                .toList();
    }

    /** The searches of all that are not enrolled. */
    public void search(int splits, long seed, Consumer<Found> results) {
        row().run(photos, Draw.all(photos, splits, seed), results);
    }

    /** @param leftOut number of photos that show a person again */
    record Result(Compared compared, int leftOut) {}

    Result compare(NamingRule today, NamingRule ours, int splits, long seed) {
        var compared = Compared.of(name + ", " + enrolled() + " enrolled", today, ours);
        search(splits, seed, compared::add);
        return new Result(compared, leftOut);
    }

    private Row row() {
        return Row.of(name, faces, faces, Similarities.of(faces, faces), enrolled());
    }

    private int enrolled() {
        return photos.size() / 2;
    }
}
