package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** At most so many photos of each person, drawn by chance, so that those whom the press photographs most do not decide. */
public final class PhotoSampling {
    private PhotoSampling() {}

    public static Map<String, List<Path>> of(Map<String, List<Path>> photos, int most, Random random) {
        var few = new TreeMap<String, List<Path>>();
        new TreeMap<>(photos).forEach((person, own) -> {
            var shuffled = new ArrayList<>(own);
            Collections.shuffle(shuffled, random);
            few.put(person, shuffled.subList(0, Math.min(most, shuffled.size())));
        });
        return few;
    }
}
