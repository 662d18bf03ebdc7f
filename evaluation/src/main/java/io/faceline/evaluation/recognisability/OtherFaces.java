package io.faceline.evaluation.recognisability;

import io.faceline.evaluation.sampling.SampledFace;
import io.faceline.matcher.recognisability.Recognisability;
import java.util.ArrayList;
import java.util.List;

/** Photos that show each person once: half of them are enrolled at random, all others are strangers. */
record OtherFaces(String name, PhotoSet photos, LevelFaces faces, int leftOut) {
    /** Two photos that are so similar show one person, or are the same. */
    private static final double SAME = 0.9;

    static OtherFaces of(String name, List<SampledFace> sampled, Recognisability recognisability) {
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

    /** @param leftOut number of photos that show a person again */
    record Result(Compared compared, int leftOut) {}

    Result compare(NamingRule today, NamingRule ours, int splits, long seed) {
        var people = photos.size() / 2;
        var compared = Compared.of(name + ", " + people + " enrolled", today, ours);
        Row.of(name, faces, faces, Similarities.of(faces, faces), people)
                .run(photos, Draw.all(photos, splits, seed), compared::add);
        return new Result(compared, leftOut);
    }
}
