package io.faceline.benchmarks.generations;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Photos to train with and to test with, of the people with the most photos; everybody else is a stranger. The same seed
 * gives the same photos.
 *
 * @param train by person
 * @param test by person
 * @param strangers one photo of each stranger
 */
public record PeopleSplit(Map<String, List<Path>> train, Map<String, List<Path>> test, List<Path> strangers) {
    /** A quarter of the photos of a person is for the test. */
    private static final int TEST_DIVISOR = 4;

    private static final int MAX_TEST = 10;

    /** More photos of a few people would make the classifier prefer them. */
    private static final int MAX_TRAIN = 40;

    private static final int MAX_STRANGERS = 1000;

    public PeopleSplit {
        train = new TreeMap<>(train);
        test = new TreeMap<>(test);
        strangers = List.copyOf(strangers);
    }

    /** @throws IllegalArgumentException when there are too few people with two photos */
    public static PeopleSplit of(Map<String, List<Path>> photos, int people, long seed) {
        var byPhotos = new ArrayList<>(new TreeMap<>(photos).entrySet());
        byPhotos.sort(Comparator.comparing(person -> -person.getValue().size()));
        if (byPhotos.size() < people || byPhotos.get(people - 1).getValue().size() < 2) {
            throw new IllegalArgumentException("fewer than " + people + " people have two photos");
        }
        var random = new Random(seed);
        var train = new TreeMap<String, List<Path>>();
        var test = new TreeMap<String, List<Path>>();
        for (var person : byPhotos.subList(0, people)) {
            var own = new ArrayList<>(person.getValue());
            Collections.shuffle(own, random);
            var tested = Math.min(MAX_TEST, Math.max(1, own.size() / TEST_DIVISOR));
            test.put(person.getKey(), List.copyOf(own.subList(0, tested)));
            train.put(person.getKey(), List.copyOf(own.subList(tested, Math.min(own.size(), tested + MAX_TRAIN))));
        }
        return new PeopleSplit(train, test, strangers(byPhotos.subList(people, byPhotos.size()), random));
    }

    private static List<Path> strangers(List<Map.Entry<String, List<Path>>> people, Random random) {
        var photos = new ArrayList<Path>();
        people.forEach(person -> photos.add(
                person.getValue().get(random.nextInt(person.getValue().size()))));
        Collections.shuffle(photos, random);
        return photos.subList(0, Math.min(photos.size(), MAX_STRANGERS));
    }
}
