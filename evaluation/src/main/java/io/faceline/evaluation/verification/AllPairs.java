package io.faceline.evaluation.verification;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.dataset.PhotoSampling;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Compares all photos with each other, which yields many more pairs of two people than a pairs file. */
public final class AllPairs {
    private static final int MAX_PHOTOS_PER_PERSON = 5;

    private AllPairs() {}

    /** Uses photos with a face, up to a maximum per person. */
    public static ErrorRates of(Map<String, List<Path>> photos, EmbeddedPhotos embedded, long seed) {
        var people = PhotoSampling.of(photos, MAX_PHOTOS_PER_PERSON, new Random(seed)).values().stream()
                .map(own -> embeddings(own, embedded))
                .toList();
        return new ErrorRates(ofOne(people), ofTwo(people));
    }

    private static List<Embedding> embeddings(Collection<Path> photos, EmbeddedPhotos embedded) {
        return photos.stream()
                .flatMap(photo -> embedded.of(photo).stream())
                .map(EmbeddedPhoto::embedding)
                .toList();
    }

    private static double[] ofOne(List<List<Embedding>> people) {
        var scores = DoubleStream.builder();
        for (var own : people) {
            for (var i = 0; i < own.size(); i++) {
                addAll(own.get(i), own.subList(0, i), scores);
            }
        }
        return scores.build().toArray();
    }

    private static double[] ofTwo(List<List<Embedding>> people) {
        var scores = DoubleStream.builder();
        var others = new ArrayList<Embedding>();
        for (var own : people) {
            own.forEach(embedding -> addAll(embedding, others, scores));
            others.addAll(own);
        }
        return scores.build().toArray();
    }

    private static void addAll(Embedding one, List<Embedding> others, DoubleStream.Builder scores) {
        others.forEach(other -> scores.add(one.similarity(other)));
    }
}
