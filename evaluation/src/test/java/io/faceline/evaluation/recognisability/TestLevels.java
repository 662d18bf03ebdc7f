package io.faceline.evaluation.recognisability;

import io.faceline.contracts.face.Embedding;
import io.faceline.contracts.face.TestEmbeddings;
import io.faceline.evaluation.recognisability.LevelFaces.MeasuredFace;
import io.faceline.matcher.recognisability.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Levels of a few humans, with invented measures. */
final class TestLevels {
    static final Measures ORDINARY = new Measures(2, 2, 2, 2, 2);

    private TestLevels() {}

    /** Two photos of each of these humans, the second of this similarity to the first. */
    static PhotoSet photos(int humans) {
        var names = new ArrayList<String>();
        var people = new ArrayList<Integer>();
        for (var human = 0; human < humans; human++) {
            for (var photo = 0; photo < 2; photo++) {
                names.add(human + "/" + photo);
                people.add(human);
            }
        }
        return new PhotoSet(names, people);
    }

    static LevelFaces level(int humans, double similarity) {
        var faces = new ArrayList<Optional<MeasuredFace>>();
        for (var human = 0; human < humans; human++) {
            faces.add(Optional.of(face(TestEmbeddings.human(human))));
            faces.add(Optional.of(face(TestEmbeddings.human(human, similarity))));
        }
        return new LevelFaces("level", faces);
    }

    static LevelFaces without(LevelFaces level, int photo) {
        var faces = new ArrayList<>(level.faces());
        faces.set(photo, Optional.empty());
        return new LevelFaces(level.level(), List.copyOf(faces));
    }

    private static MeasuredFace face(Embedding embedding) {
        return new MeasuredFace(embedding, 3.7, ORDINARY, false);
    }
}
