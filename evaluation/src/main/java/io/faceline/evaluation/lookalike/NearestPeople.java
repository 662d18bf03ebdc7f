package io.faceline.evaluation.lookalike;

import io.faceline.contracts.face.Embedding;
import io.faceline.evaluation.embedding.EmbeddedPhoto;
import io.faceline.evaluation.embedding.EmbeddedPhotos;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the different people who resemble each other most. */
final class NearestPeople {
    private NearestPeople() {}

    /**
     * @param photos by person
     * @return most similar first, each pair of people once
     */
    static List<LookAlikes> of(Map<String, List<Path>> photos, EmbeddedPhotos embedded, int count) {
        var people = new ArrayList<>(new TreeMap<>(photos).entrySet());
        var pairs = new ArrayList<LookAlikes>();
        for (var i = 0; i < people.size(); i++) {
            for (var j = i + 1; j < people.size(); j++) {
                nearest(people.get(i), people.get(j), embedded).ifPresent(pairs::add);
            }
            keep(count, pairs);
        }
        return List.copyOf(pairs);
    }

    private static void keep(int count, List<LookAlikes> pairs) {
        pairs.sort(Comparator.comparingDouble(LookAlikes::similarity).reversed());
        if (pairs.size() > count) {
            pairs.subList(count, pairs.size()).clear();
        }
    }

    private static Optional<LookAlikes> nearest(
            Map.Entry<String, List<Path>> one, Map.Entry<String, List<Path>> other, EmbeddedPhotos embedded) {
        var pairs = new ArrayList<LookAlikes>();
        for (var photo : one.getValue()) {
            for (var otherPhoto : other.getValue()) {
                similarity(photo, otherPhoto, embedded)
                        .ifPresent(similarity ->
                                pairs.add(new LookAlikes(one.getKey(), photo, other.getKey(), otherPhoto, similarity)));
            }
        }
        return pairs.stream().max(Comparator.comparingDouble(LookAlikes::similarity));
    }

    private static Optional<Double> similarity(Path photo, Path other, EmbeddedPhotos embedded) {
        return embedding(photo, embedded)
                .flatMap(first -> embedding(other, embedded).map(first::similarity));
    }

    private static Optional<Embedding> embedding(Path photo, EmbeddedPhotos embedded) {
        return embedded.of(photo).map(EmbeddedPhoto::embedding);
    }
}
