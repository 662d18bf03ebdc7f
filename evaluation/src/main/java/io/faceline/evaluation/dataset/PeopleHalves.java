package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Randomly splits labelled photos in two halves without a common person. */
public record PeopleHalves(Map<String, List<Path>> one, Map<String, List<Path>> other) {
    public static PeopleHalves of(Map<String, List<Path>> photos, long seed) {
        var people = new ArrayList<>(new TreeMap<>(photos).keySet());
        Collections.shuffle(people, new Random(seed));
        var one = new TreeMap<String, List<Path>>();
        var other = new TreeMap<String, List<Path>>();
        for (var i = 0; i < people.size(); i++) {
            (i % 2 == 0 ? one : other).put(people.get(i), photos.get(people.get(i)));
        }
        return new PeopleHalves(one, other);
    }
}
