package io.faceline.evaluation.templates;

import io.faceline.evaluation.dataset.OpenSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A random choice of whom to enroll: people with enough photos by several of them, others by one until the gallery is full.
 *
 * @param several all photos of the people with enough, in random order
 * @param single the one photo of others
 * @param strangers photos of all who are not enrolled
 * @param poor those of {@code several} that are to be poor
 * @param held number of photos that are never searched, the first of each person
 */
record TemplateSplit(
        Map<String, List<Path>> several,
        Map<String, List<Path>> single,
        List<Path> strangers,
        Set<Path> poor,
        int held) {
    static final double POOR_SHARE = 0.4;

    TemplateSplit {
        several = Map.copyOf(several);
        single = Map.copyOf(single);
        strangers = List.copyOf(strangers);
        poor = Set.copyOf(poor);
    }

    /**
     * @param photos by person
     * @param people number of people to enroll
     * @param held maximum number of photos to enroll; a person with enough has at least one more, to be searched
     */
    static TemplateSplit of(Map<String, List<Path>> photos, int people, int held, Random random) {
        var names = new ArrayList<>(new TreeMap<>(photos).keySet());
        Collections.shuffle(names, random);
        var several = new TreeMap<String, List<Path>>();
        var single = new TreeMap<String, List<Path>>();
        var strangers = new ArrayList<Path>();
        names.stream()
                .filter(name -> photos.get(name).size() > held)
                .limit(people)
                .forEach(name -> several.put(name, shuffled(photos.get(name), random)));
        for (var name : names) {
            if (several.containsKey(name)) {
                continue;
            }
            if (several.size() + single.size() < people) {
                single.put(name, shuffled(photos.get(name), random).subList(0, 1));
            } else {
                strangers.addAll(photos.get(name));
            }
        }
        return new TemplateSplit(several, single, strangers, poor(several, random), held);
    }

    private static List<Path> shuffled(List<Path> photos, Random random) {
        var shuffled = new ArrayList<>(photos);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static Set<Path> poor(Map<String, List<Path>> several, Random random) {
        var poor = new HashSet<Path>();
        several.values().stream()
                .flatMap(List::stream)
                .filter(photo -> random.nextDouble() < POOR_SHARE)
                .forEach(poor::add);
        return poor;
    }

    /**
     * @param enrolled number of photos to enroll of those who have enough, at most {@code held}
     */
    OpenSet set(int enrolled) {
        var gallery = new TreeMap<>(single);
        var probes = new TreeMap<String, List<Path>>();
        several.forEach((name, own) -> {
            gallery.put(name, own.subList(0, enrolled));
            probes.put(name, own.subList(held, own.size()));
        });
        return new OpenSet(gallery, probes, strangers);
    }
}
