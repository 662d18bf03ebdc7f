package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Randomly enrolls people with one photo each, whether or not they have others, so that the gallery can be as large as the
 * data. The other photos of the enrolled are the probes.
 */
public final class OnePhotoSplit {
    private OnePhotoSplit() {}

    /**
     * @param people number of people to enroll
     * @throws EvaluationException when that leaves no strangers
     */
    public static OpenSet of(Map<String, List<Path>> photos, int people, Random random) {
        if (people < 1 || people >= photos.size()) {
            throw new EvaluationException(people + " of " + photos.size() + " people leave no strangers");
        }
        var names = new ArrayList<>(new TreeMap<>(photos).keySet());
        Collections.shuffle(names, random);
        var gallery = new TreeMap<String, List<Path>>();
        var probes = new TreeMap<String, List<Path>>();
        var strangers = new TreeMap<>(photos);
        for (var person : names.subList(0, people)) {
            var own = new ArrayList<>(photos.get(person));
            gallery.put(person, List.of(own.remove(random.nextInt(own.size()))));
            probes.put(person, own);
            strangers.remove(person);
        }
        return OpenSet.of(gallery, probes, strangers);
    }
}
