package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Randomly splits labelled photos into an open set; deterministic for a seed. */
public final class SeededSplit {
    private static final int MIN_PHOTOS = 2;

    private SeededSplit() {}

    /**
     * Enrolls one photo of each of {@code people} people who have at least two; their other photos are the probes. All
     * other people are strangers.
     *
     * @throws EvaluationException when there are too few such people
     */
    public static OpenSet of(Map<String, List<Path>> photos, int people, long seed) {
        var eligible = eligible(photos);
        if (people < 1 || people > eligible.size()) {
            throw tooFew(people, eligible.size());
        }
        var random = new Random(seed);
        Collections.shuffle(eligible, random);
        return split(photos, eligible.subList(0, people), random);
    }

    /**
     * Checks before hours of work that so many people can be enrolled.
     *
     * @param option the option that error messages name
     */
    public static void require(String option, Map<String, List<Path>> photos, int people) {
        var eligible = eligible(photos);
        if (people < 1 || people > eligible.size()) {
            throw new EvaluationException(
                    option + ": " + tooFew(people, eligible.size()).getMessage());
        }
    }

    private static List<String> eligible(Map<String, List<Path>> photos) {
        var eligible = new ArrayList<String>();
        new TreeMap<>(photos).forEach((person, own) -> {
            if (own.size() >= MIN_PHOTOS) {
                eligible.add(person);
            }
        });
        return eligible;
    }

    private static EvaluationException tooFew(int people, int eligible) {
        return new EvaluationException("cannot enroll " + people + " people: " + eligible
                + " have the two required photos, one to enroll and one to search");
    }

    private static OpenSet split(Map<String, List<Path>> photos, List<String> enrolled, Random random) {
        var gallery = new TreeMap<String, List<Path>>();
        var probes = new TreeMap<String, List<Path>>();
        var strangers = new TreeMap<>(photos);
        for (var person : enrolled) {
            var own = new ArrayList<>(photos.get(person));
            gallery.put(person, List.of(own.remove(random.nextInt(own.size()))));
            probes.put(person, own);
            strangers.remove(person);
        }
        return OpenSet.of(gallery, probes, strangers);
    }
}
