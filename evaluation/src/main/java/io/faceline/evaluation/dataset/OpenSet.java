package io.faceline.evaluation.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The photos to enroll and to search. A stranger is a person who is not enrolled.
 *
 * @param gallery the photos to enroll, by person
 * @param probes photos of enrolled people, by person
 */
public record OpenSet(Map<String, List<Path>> gallery, Map<String, List<Path>> probes, List<Path> strangers) {
    public OpenSet {
        gallery = Map.copyOf(gallery);
        probes = Map.copyOf(probes);
        strangers = List.copyOf(strangers);
    }

    /** @throws EvaluationException when a probe's person is not enrolled, or a stranger is */
    public static OpenSet of(
            Map<String, List<Path>> gallery, Map<String, List<Path>> probes, Map<String, List<Path>> strangers) {
        var unknown = new TreeSet<>(probes.keySet());
        unknown.removeAll(gallery.keySet());
        if (!unknown.isEmpty()) {
            throw new EvaluationException("--probes holds people who are not in --gallery: "
                    + String.join(", ", unknown) + ". Move them to --strangers");
        }
        var enrolled = new TreeSet<>(strangers.keySet());
        enrolled.retainAll(gallery.keySet());
        if (!enrolled.isEmpty()) {
            throw new EvaluationException(
                    "--strangers holds people who are in --gallery: " + String.join(", ", enrolled));
        }
        return new OpenSet(gallery, probes, flat(strangers.values()));
    }

    /** Limits the photos of enrolled people, and of strangers; deterministic for a seed. */
    public OpenSet limitedTo(int photos, long seed) {
        var random = new Random(seed);
        var kept = new HashSet<>(sample(flat(new TreeMap<>(probes).values()), photos, random));
        kept.addAll(sample(strangers, photos, random));
        return keeping(kept::contains);
    }

    /** The same gallery with only these photos to search. */
    public OpenSet keeping(Predicate<Path> isKept) {
        var kept = new TreeMap<String, List<Path>>();
        probes.forEach(
                (person, own) -> kept.put(person, own.stream().filter(isKept).toList()));
        return new OpenSet(gallery, kept, strangers.stream().filter(isKept).toList());
    }

    private static List<Path> sample(List<Path> photos, int max, Random random) {
        var shuffled = new ArrayList<>(photos);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(max, shuffled.size()));
    }

    public List<Path> searched() {
        return Stream.concat(flat(probes.values()).stream(), strangers.stream()).toList();
    }

    public List<Path> enrolled() {
        return flat(gallery.values());
    }

    private static List<Path> flat(Collection<List<Path>> photos) {
        return photos.stream().flatMap(List::stream).toList();
    }
}
