package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Randomly samples photos of each person up to a maximum, so that people with many photos do not dominate. */
public final class PhotoSampling {
    private PhotoSampling() {}

    public static Map<String, List<Path>> of(Map<String, List<Path>> photos, int max, Random random) {
        var sample = new TreeMap<String, List<Path>>();
        new TreeMap<>(photos).forEach((person, own) -> {
            var shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);
            sample.put(person, shuffled.subList(0, Math.min(max, shuffled.size())));
        });
        return sample;
    }
}
